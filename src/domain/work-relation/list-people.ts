import { correlationCode } from '../../base/correlation.ts';
import { type ActingPerson, actorOf } from '../acting/index.ts';
import type { KeptChange, OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { WorkRelationId } from './model.ts';
import type { PeopleFilter, PersonAtWork, PersonInList, RightAtWork } from './ports.ts';
import { act, powerNeeds, powerOver, type WorkContext } from './world.ts';

/** How many people stand on one page of a list. */
export const PEOPLE_PER_PAGE = 50;
/** How many an export holds: an organisation with more exports by filter. */
export const MOST_EXPORTED = 60_000;

/** How many changes of the past a page tells. */
const MOST_PAST = 20;

export type ListPeople = {
  readonly by: ActingPerson;
  readonly filter: PeopleFilter;
  /** A page to look at, or all of them in a file. */
  readonly whole?: boolean;
};

export type ListedPeople =
  | {
      readonly kind: 'people';
      readonly people: readonly PersonInList[];
      /** Behind whom the next page begins; `null` on the last one. */
      readonly next: WorkRelationId | null;
    }
  | { readonly kind: 'not-allowed' };

/** The people of an organisation by name, a page at a time. A file of all of them is told to the trail. */
export const listPeople = act(
  ['people', ...powerNeeds, 'audit'],
  async (context, { by, filter, whole = false }: ListPeople): Promise<ListedPeople> => {
    const { stores, now, world } = context;
    const power = await powerOver(context, by, filter.organisation);
    if (power === null) return { kind: 'not-allowed' };
    const most = whole ? MOST_EXPORTED : PEOPLE_PER_PAGE;
    const found = await stores.people.list(filter, now, most + 1);
    const people = found.slice(0, most);
    if (whole)
      await stores.audit.record({
        kind: 'work-relation.exported',
        actor: actorOf(by),
        subject: { kind: 'organisation', id: filter.organisation },
        purpose: 'organisation',
        details: { people: people.length, standing: filter.standing },
        correlation: correlationCode(world.randomness.bytes(8)),
      });
    const last = found.length > most ? people.at(-1) : undefined;
    return { kind: 'people', people, next: last?.relation ?? null };
  },
);

export type ViewPerson = {
  readonly by: ActingPerson;
  readonly organisation: OrganisationId;
  readonly relation: WorkRelationId;
};

/** What happened to somebody's work, and who did it. */
export type PastChange = Pick<KeptChange, 'id' | 'kind' | 'at'> & { readonly by: string };

export type ViewedPerson =
  | {
      readonly kind: 'person';
      readonly person: PersonAtWork;
      readonly rights: readonly RightAtWork[];
      readonly history: readonly PastChange[];
    }
  | { readonly kind: 'unknown' | 'not-allowed' };

/** Somebody of an organisation, with the rights that are not over. */
export const viewPerson = act(
  ['people', 'persons', 'organisationHistory', 'audit', ...powerNeeds],
  async (context, { by, organisation, relation }: ViewPerson): Promise<ViewedPerson> => {
    const { stores, now, world } = context;
    if ((await powerOver(context, by, organisation)) === null) return { kind: 'not-allowed' };
    const person = await stores.people.find(organisation, relation);
    if (person === null) return { kind: 'unknown' };
    await stores.audit.record({
      kind: 'work-relation.viewed',
      actor: actorOf(by),
      subject: { kind: 'person', id: person.person },
      concerned: [{ way: 'shown', person: person.person }],
      purpose: 'organisation',
      details: { relation, organisation },
      correlation: correlationCode(world.randomness.bytes(8)),
    });
    const rights = await stores.people.rightsOf(relation, now);
    return { kind: 'person', person, rights, history: await pastOf(context, relation) };
  },
);

/** The last changes of a relation, the newest first. */
async function pastOf(
  { stores }: WorkContext<readonly ['organisationHistory', 'persons']>,
  relation: WorkRelationId,
): Promise<readonly PastChange[]> {
  const changes = (await stores.organisationHistory.ofSubject('relation', relation))
    .slice(-MOST_PAST)
    .reverse();
  const names = new Map<PersonId, string>();
  for (const { by } of changes) {
    if (by.person === null || names.has(by.person)) continue;
    const found = await stores.persons.find(by.person);
    names.set(by.person, found === null ? '' : `${found.givenNames} ${found.familyName}`.trim());
  }
  return changes.map(({ id, kind, at, by }) => ({
    id,
    kind,
    at,
    by: (by.person && names.get(by.person)) ?? '',
  }));
}
