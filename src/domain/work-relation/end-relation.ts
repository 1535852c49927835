import { dayOf, endOfDay, lastDayBefore } from '../../base/calendar.ts';
import type { Language } from '../../base/language.ts';
import type { CalendarDate } from '../../base/time.ts';
import { tellingNeeds, writeToPerson } from '../account-keys/index.ts';
import type { ActingPerson } from '../acting/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { WorkRelationId } from './model.ts';
import type { PersonAtWork, RightAtWork } from './ports.ts';
import { act, powerNeeds, powerOver, trace, tracingNeeds, valuesOf } from './world.ts';

export type EndRelation = {
  readonly by: ActingPerson;
  readonly organisation: OrganisationId;
  readonly relation: WorkRelationId;
  /** The last day; `null`: at once. */
  readonly until: CalendarDate | null;
  readonly language: Language;
};

export type EndedRelation =
  | { readonly kind: 'ended'; readonly at: Date; readonly rights: readonly RightAtWork[] }
  | { readonly kind: 'wrong'; readonly code: 'past' | 'after-end' }
  | { readonly kind: 'already-ended' | 'unknown' | 'not-allowed' };

/**
 * Somebody no longer works for an organisation, now or after a day to come, and no right of theirs there outlives that: ended, never deleted.
 * Whoever ended it first is right, and a second one is told so.
 */
export const endRelation = act(
  ['people', ...powerNeeds, ...tracingNeeds, ...tellingNeeds],
  async (context, asked: EndRelation): Promise<EndedRelation> => {
    const { stores, now } = context;
    const { by, organisation, relation, until } = asked;
    const power = await powerOver(context, by, organisation);
    if (power === null) return { kind: 'not-allowed' };
    const former = await stores.people.find(organisation, relation);
    if (former === null) return { kind: 'unknown' };
    const formerEnd = former.validity.until;
    if (formerEnd !== null && formerEnd <= now) return { kind: 'already-ended' };
    if (until !== null && until < dayOf(now)) return { kind: 'wrong', code: 'past' };
    // One that did not begin ends as it begins.
    const wished = until === null ? now : endOfDay(until);
    const end = wished > former.validity.from ? wished : former.validity.from;
    if (formerEnd !== null && end > formerEnd) return { kind: 'wrong', code: 'after-end' };
    const details = { ...former, validity: { from: former.validity.from, until: end } };
    if (!(await stores.people.change(relation, former.version, details))) return { kind: 'already-ended' };
    const rights = await stores.people.endRights(relation, end);
    const reference = await trace(context, by, {
      organisation,
      person: former.person,
      authority: power.basis,
      changes: [
        { subject: { kind: 'relation', id: relation }, kind: 'ended', after: valuesOf(details) },
        ...rights.map(({ id, validity }) => ({
          subject: { kind: 'right', id } as const,
          kind: 'ended',
          after: { until: validity.until?.toISOString() ?? null },
        })),
      ],
      event: {
        kind: 'work-relation.ended',
        details: { relation, organisation, rights: rights.map(({ id }) => id), as: power.basis },
      },
    });
    await tellEnd(context, former, { asked, end, organisation: power.organisation.name, reference });
    return { kind: 'ended', at: end, rights };
  },
);

async function tellEnd(
  context: Parameters<typeof writeToPerson>[0],
  former: PersonAtWork,
  about: {
    readonly asked: EndRelation;
    readonly end: Date;
    readonly organisation: string;
    readonly reference: string;
  },
): Promise<void> {
  const { asked, end, organisation, reference } = about;
  const values = {
    name: `${former.givenNames} ${former.familyName}`.trim(),
    ...{ organisation, by: asked.by.name, reference },
    lastDay: lastDayBefore(end),
    link: `${context.world.settings.sender.origin}/account/access`,
  };
  const formerly = former.email === null ? [] : [former.email];
  const content = { template: 'work-ended', values } as const;
  await writeToPerson(context, former.person, { content, language: asked.language, formerly });
}
