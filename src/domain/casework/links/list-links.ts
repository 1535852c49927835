import { Redacted } from '../../../base/redacted.ts';
import { type ActingPerson, type ActingWithReason, isOneself, mayActIn } from '../../acting/index.ts';
import type { NationalNumber, PersonId } from '../../person/index.ts';
import type { CaseId } from '../case/model.ts';
import { act } from '../case/world.ts';
import { checkReason } from '../desk/check-text.ts';
import { type DeskRefusal, wrong } from '../desk/desk-answer.ts';
import { lookNeeds, tellLook } from '../desk/tell-look.ts';
import { decidedPersonNeeds, decidedPersonOf } from './decided-person-of.ts';

/** Of the person of a decided case, or of somebody found by number, which asks for a reason. */
export type ListLinks =
  | { readonly by: ActingPerson; readonly case: CaseId }
  | { readonly by: ActingWithReason; readonly number: NationalNumber };

export type ListedLinks = {
  readonly kind: 'found';
  readonly person: PersonId | null;
  readonly name: string;
  readonly links: readonly {
    readonly link: string;
    readonly country: string;
    readonly since: Date;
    readonly source: string;
  }[];
};

/** The live links of somebody. */
export const listLinks = act(
  [...decidedPersonNeeds, 'links', ...lookNeeds],
  async (context, asked: ListLinks): Promise<ListedLinks | DeskRefusal> => {
    const { stores } = context;
    const { by } = asked;
    if (!mayActIn('cases', by)) return { kind: 'not-allowed' };
    if ('number' in asked) {
      const errors = checkReason('reason', asked.by.reason);
      if (errors.length > 0) return wrong(errors);
    }
    const person =
      'case' in asked
        ? await decidedPersonOf(context, asked.case)
        : await stores.persons.findByNumber(asked.number);
    if (person && isOneself(by, person.id)) return { kind: 'own-case' };
    await tellLook(context, by, {
      kind: 'case.links-viewed',
      subject: person ? { kind: 'person', id: person.id } : null,
      details: { search: 'case' in asked ? 'case' : 'number', found: person !== null },
      concerned: [
        'case' in asked
          ? { way: 'shown', applicantOf: asked.case }
          : { way: 'searched', number: asked.number.digits },
        ...(person ? [{ way: 'shown', person: person.id } as const] : []),
      ],
      ...('number' in asked && { reason: new Redacted(asked.by.reason.trim()) }),
    });
    const links = person ? await stores.links.liveOf(person.id) : [];
    return {
      kind: 'found',
      person: person?.id ?? null,
      name: person ? `${person.givenNames} ${person.familyName}` : '',
      links: links.map(({ id, country, linkedAt, source }) => ({
        link: id,
        country,
        since: linkedAt,
        source,
      })),
    };
  },
);
