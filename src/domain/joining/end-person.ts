import type { Actor } from '../audit/index.ts';
import { passOnCase } from '../casework/index.ts';
import { followingNeeds, tellIfOrphaned } from '../enterprise-register/index.ts';
import type { NationalNumber, PersonId } from '../person/index.ts';
import { administratorNeeds, tellAdministrators } from './tell.ts';
import { act, recordOn, trailNeeds } from './world.ts';

export type EndPerson = { readonly number: NationalNumber; readonly by: Actor };

const passingOnNeeds = ['cases', 'caseEvents'] as const;

/**
 * The register says that somebody died or was struck off: all that rests on the person ends, and those who manage the people of their
 * organisations are told. Cases on which they worked are free again. `null` when nobody is known by this number, or somebody who goes on
 * under another one.
 */
export const endPerson = act(
  ['persons', 'joins', ...passingOnNeeds, ...trailNeeds, ...administratorNeeds, ...followingNeeds],
  async (context, { number, by }: EndPerson): Promise<PersonId | null> => {
    const { stores, now } = context;
    const person = await stores.persons.findByNumber(number);
    if (person?.number?.digits.reveal() !== number.digits.reveal()) return null;
    const { id } = person;
    const ended = await stores.joins.endStanding(id, now, 'person-ended');
    await stores.joins.endLogins(id, now);
    let cases = 0;
    for (const one of await stores.joins.casesOf(id))
      if (await passOnCase(context, one, { from: id, to: null })) cases += 1;
    const details = { rows: ended.rows, links: ended.links, cases };
    const reference = await recordOn(context, [id], by, { kind: 'person.ended', details });
    for (const organisation of ended.organisations) {
      await tellAdministrators(context, organisation, { person: id, template: 'person-left', reference });
      await tellIfOrphaned(context, organisation);
    }
    return id;
  },
);
