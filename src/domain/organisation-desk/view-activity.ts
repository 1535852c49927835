import { correlationCode } from '../../base/correlation.ts';
import { type ActingPerson, actorOf } from '../acting/index.ts';
import { administeringNeeds, administratorAt } from '../administration/index.ts';
import type { ChangeFilter, KeptChange, OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { act } from './world.ts';

/** How many changes stand on one page, and in one file. */
const PER_PAGE = 50;
const PER_FILE = 10_000;

export type ViewActivity = {
  readonly by: ActingPerson;
  readonly organisation: OrganisationId;
  readonly filter: Omit<ChangeFilter, 'organisations'>;
  /** As a file, rather than a page to look at. */
  readonly whole: boolean;
};

export type ActivityView = {
  readonly changes: readonly KeptChange[];
  readonly names: ReadonlyMap<PersonId, string>;
  /** Before which one the next page begins; `null` on the last one. */
  readonly next: string | null;
};

/**
 * What changed in an organisation, newest first. Each look at a page of it, and each file, is an event; `null` for whoever administers the
 * organisation no longer, or only a part of its applications.
 */
export const viewActivity = act(
  ['appointments', 'organisationHistory', 'audit', ...administeringNeeds],
  async (
    { stores, world, now },
    { by, organisation, filter, whole }: ViewActivity,
  ): Promise<ActivityView | null> => {
    const own = await administratorAt(stores, by.person, organisation, now);
    if (own === null) return null;
    const most = whole ? PER_FILE : PER_PAGE;
    const found = await stores.organisationHistory.list(
      { ...filter, organisations: [organisation] },
      most + 1,
    );
    const changes = found.slice(0, most);
    const people = new Set(
      changes.flatMap(({ person, by: doer }) => [person, doer.person].filter((each) => each !== null)),
    );
    await stores.audit.record({
      kind: 'organisation.activity-viewed',
      actor: actorOf(by),
      subject: { kind: 'organisation', id: organisation },
      purpose: 'organisation',
      details: { changes: changes.length, file: whole },
      correlation: correlationCode(world.randomness.bytes(8)),
    });
    return {
      changes,
      names: await stores.appointments.namesOf([...people]),
      next: found.length > most ? (changes.at(-1)?.id ?? null) : null,
    };
  },
);
