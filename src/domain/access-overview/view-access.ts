import { correlationCode } from '../../base/correlation.ts';
import { type ActingPerson, actorOf } from '../acting/index.ts';
import { type Administrator, administratorsOf } from '../administration/index.ts';
import type { Application, ApplicationId } from '../application/index.ts';
import type { Organisation, OrganisationId } from '../organisation/index.ts';
import type { PersonInList, WorkRelationId } from '../work-relation/index.ts';
import type { AccessRow, Acting, TiedPerson } from './model.ts';
import { actingOf, rowOf } from './overview.ts';
import { act, lookingNeeds, type OverviewContext, whoLooks } from './world.ts';

/** How many people stand on one page. */
export const ACCESS_PER_PAGE = 50;

export type ViewAccess = {
  readonly by: ActingPerson;
  readonly organisation: OrganisationId;
  /** A table of the rights of one application; `null`: everybody, with all that they may do. */
  readonly application: ApplicationId | null;
  readonly search: string | null;
  /** Those who hold a right that nobody used for so many days; `null`: everybody. */
  readonly unusedDays: number | null;
  readonly after: WorkRelationId | null;
};

/** An administrator, by name. */
export type NamedAdministrator = Administrator & { readonly name: string };

type Seen = {
  readonly kind: 'access';
  readonly administrator: Administrator;
  readonly applications: readonly Application[];
  /** Behind whom the next page begins; `null` on the last one. */
  readonly next: WorkRelationId | null;
};
export type ViewedAccess =
  | (Seen & {
      readonly view: 'people';
      readonly people: readonly Acting[];
      readonly administrators: readonly NamedAdministrator[];
    })
  | (Seen & {
      readonly view: 'application';
      readonly application: Application;
      readonly rows: readonly AccessRow[];
    })
  | { readonly kind: 'not-allowed' };

const viewingNeeds = [...lookingNeeds, 'people', 'accessOverview', 'persons'] as const;

/** Who may act for an organisation: by the law, as administrators, and by rights; or the rights of one application, person by person. */
export const viewAccess = act(viewingNeeds, async (context, asked: ViewAccess): Promise<ViewedAccess> => {
  const looking = await whoLooks(context, asked.by, asked.organisation);
  if (looking === null) return { kind: 'not-allowed' };
  const { administrator, applications } = looking;
  const { organisation } = administrator;
  const { people, next } = await pageOf(context, organisation, asked);
  const seen = { kind: 'access', administrator, applications, next } as const;
  const application = applications.find(({ id }) => id === asked.application);
  if (application) {
    const rows = people.map((each) => rowOf(each, organisation, application, context.now));
    return { ...seen, view: 'application', application, rows };
  }
  return {
    ...seen,
    view: 'people',
    people: people.map((each) => actingOf(each, organisation, applications, context.now)),
    administrators: asked.after === null ? await namedAdministrators(context, organisation.id) : [],
  };
});

type PageAsked = Pick<ViewAccess, 'application' | 'search' | 'unusedDays' | 'after'>;

async function pageOf(
  { stores, now }: OverviewContext<readonly ['people', 'accessOverview']>,
  organisation: Organisation,
  { application, search, unusedDays, after }: PageAsked,
): Promise<{ readonly people: readonly TiedPerson[]; readonly next: WorkRelationId | null }> {
  const filter = {
    organisation: organisation.id,
    standing: 'current',
    type: null,
    application,
    search,
    unusedDays,
    after,
  } as const;
  const found = await stores.people.list(filter, now, ACCESS_PER_PAGE + 1);
  const people = found.slice(0, ACCESS_PER_PAGE);
  const last = found.length > ACCESS_PER_PAGE ? people.at(-1) : undefined;
  return { people: await withTies({ stores }, organisation, people), next: last?.relation ?? null };
}

async function withTies(
  { stores }: Pick<OverviewContext<readonly ['accessOverview']>, 'stores'>,
  organisation: Organisation,
  people: readonly PersonInList[],
): Promise<readonly TiedPerson[]> {
  const tied = await stores.accessOverview.tiesIn(
    organisation,
    people.map(({ person }) => person),
  );
  return people.flatMap((person) => {
    const found = tied.get(person.person);
    return found ? [{ person, ...found }] : [];
  });
}

async function namedAdministrators(
  { stores, now }: OverviewContext<readonly ['administrations', 'persons']>,
  organisation: OrganisationId,
): Promise<readonly NamedAdministrator[]> {
  const found = await administratorsOf(stores, organisation, now);
  const named: NamedAdministrator[] = [];
  for (const each of found) {
    const person = await stores.persons.find(each.person);
    named.push({ ...each, name: person ? `${person.givenNames} ${person.familyName}`.trim() : '' });
  }
  return named;
}

/** How many people are read at once for a file. */
const BATCH = 500;

export type ExportAccess = Pick<ViewAccess, 'by' | 'organisation'>;
export type ExportedAccess =
  | { readonly kind: 'access'; readonly organisation: Organisation; readonly people: readonly Acting[] }
  | { readonly kind: 'not-allowed' };

/** Everybody with all that they may do, for a file. It is told to the trail. */
export const exportAccess = act(
  [...viewingNeeds, 'audit'],
  async (context, { by, organisation: id }: ExportAccess): Promise<ExportedAccess> => {
    const looking = await whoLooks(context, by, id);
    if (looking === null) return { kind: 'not-allowed' };
    const { applications, administrator } = looking;
    const { organisation } = administrator;
    const people: Acting[] = [];
    const everybody = {
      organisation: id,
      standing: 'current',
      type: null,
      application: null,
      search: null,
      unusedDays: null,
    } as const;
    for (let after: WorkRelationId | null = null; ; ) {
      const found = await context.stores.people.list({ ...everybody, after }, context.now, BATCH);
      const tied = await withTies(context, organisation, found);
      people.push(...tied.map((each) => actingOf(each, organisation, applications, context.now)));
      if (found.length < BATCH) break;
      after = found.at(-1)?.relation ?? null;
    }
    await context.stores.audit.record({
      kind: 'organisation.access-exported',
      actor: actorOf(by),
      subject: { kind: 'organisation', id },
      purpose: 'organisation',
      details: { people: people.length },
      correlation: correlationCode(context.world.randomness.bytes(8)),
    });
    return { kind: 'access', organisation, people };
  },
);
