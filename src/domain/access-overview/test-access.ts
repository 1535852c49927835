import type { ActingPerson } from '../acting/index.ts';
import type { Application, ApplicationId } from '../application/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { type AccessQuestion, type Decision, decide, explain, type Fact } from '../rights/index.ts';
import type { PersonAtWork, PersonInList, RelationStanding, WorkRelationId } from '../work-relation/index.ts';
import { act, lookingNeeds, type OverviewContext, whoLooks } from './world.ts';

/** How many people a search for somebody to test shows. */
export const TESTED_PEOPLE = 20;

export type TestAccess = {
  readonly by: ActingPerson;
  readonly organisation: OrganisationId;
  /** Who is tested; `null`: nobody was chosen yet. */
  readonly relation: WorkRelationId | null;
  /** In which application; `null`: none was chosen yet. */
  readonly application: ApplicationId | null;
  /** `null` for a moment that nobody can read: nothing is answered then. */
  readonly at: Date | null;
  /** A name to choose by, while nobody is chosen. */
  readonly search: string | null;
};

/** The answer of the engine, with all that it rests on. */
export type AccessAnswer = Pick<AccessQuestion, 'organisation' | 'at'> & {
  readonly application: Application;
  readonly decision: Decision;
  readonly facts: readonly Fact[];
  /** Who gave rights and agreed with them, by name. */
  readonly names: ReadonlyMap<PersonId, string>;
};

export type TestedAccess =
  | {
      readonly kind: 'test';
      readonly applications: readonly Application[];
      readonly person: PersonAtWork | null;
      /** Whom the search found; empty without one. */
      readonly found: readonly PersonInList[];
      readonly answer: AccessAnswer | null;
    }
  /** The organisation, the person or the application is not there for whoever asks. */
  | { readonly kind: 'not-here' };

/** Whether somebody of an organisation may act in an application at a moment, and why: what is asked step by step, the person first. */
export const testAccess = act(
  [...lookingNeeds, 'people', 'accessOverview', 'persons'],
  async (context, asked: TestAccess): Promise<TestedAccess> => {
    const looking = await whoLooks(context, asked.by, asked.organisation);
    if (looking === null) return { kind: 'not-here' };
    const { applications } = looking;
    const { organisation } = looking.administrator;
    const { people, accessOverview } = context.stores;
    if (asked.relation === null) {
      const found = await peopleNamed(context, organisation.id, asked.search);
      return { kind: 'test', applications, person: null, found, answer: null };
    }
    const person = await people.find(organisation.id, asked.relation);
    const application = applications.find(({ id }) => id === asked.application);
    if (person === null || (asked.application !== null && !application)) return { kind: 'not-here' };
    const seen = { kind: 'test', applications, person, found: [] } as const;
    const tied = (await accessOverview.tiesIn(organisation, [person.person])).get(person.person);
    if (!application || asked.at === null || !tied) return { ...seen, answer: null };
    const question = { person: person.person, ties: tied.ties, application, organisation, at: asked.at };
    const facts = explain(question);
    const names = await namesIn(context, facts);
    const answer = { application, organisation, at: asked.at, decision: decide(question), facts, names };
    return { ...seen, answer };
  },
);

/** Those who work there come first; why somebody may not act is asked of those who left or are still to come as well. */
const standings: readonly RelationStanding[] = ['current', 'coming', 'ended'];

async function peopleNamed(
  { stores, now }: OverviewContext<readonly ['people']>,
  organisation: OrganisationId,
  search: string | null,
): Promise<readonly PersonInList[]> {
  if (search === null) return [];
  const found: PersonInList[] = [];
  for (const standing of standings) {
    const filter = { organisation, standing, type: null, application: null, search, after: null };
    const most = TESTED_PEOPLE - found.length;
    if (most > 0) found.push(...(await stores.people.list(filter, now, most)));
  }
  return found;
}

async function namesIn(
  { stores }: OverviewContext<readonly ['persons']>,
  facts: readonly Fact[],
): Promise<ReadonlyMap<PersonId, string>> {
  const givers = facts.flatMap((each) =>
    each.fact === 'right' && each.right !== null ? [each.right.given.by, each.right.given.confirmedBy] : [],
  );
  const names = new Map<PersonId, string>();
  for (const giver of new Set(givers)) {
    const person = giver && (await stores.persons.find(giver));
    if (person) names.set(person.id, `${person.givenNames} ${person.familyName}`.trim());
  }
  return names;
}
