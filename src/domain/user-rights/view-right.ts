import type { ActingPerson } from '../acting/index.ts';
import { administratorAt, covers } from '../administration/index.ts';
import {
  type Application,
  type ApplicationId,
  findRight,
  type RightDefinition,
} from '../application/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { UserRight } from '../rights/index.ts';
import type { PeopleFilter, PersonInList } from '../work-relation/index.ts';
import type { RelationOfRights } from './ports.ts';
import { giverOf, powerNeeds } from './power.ts';
import { act } from './world.ts';

/** People of an organisation that stand in one list to choose from. */
const MOST_LISTED = 50;

export type AskedRight = { readonly by: ActingPerson; readonly right: string };

/** One right, whose it is, and what the catalogue says of it now. */
export type ViewedRight = {
  readonly right: UserRight;
  readonly relation: RelationOfRights;
  readonly application: Application;
  /** `null` where the application defines it no more. */
  readonly definition: RightDefinition | null;
};

/** A right that an administrator may change or end; `null` when it is not in their scope, or not there at all. */
export const viewRight = act(
  ['userRights', 'applications', ...powerNeeds],
  async (context, { by, right: id }: AskedRight): Promise<ViewedRight | null> => {
    const { userRights, applications } = context.stores;
    const at = await userRights.relationOf(id);
    const relation = at && (await userRights.findRelation(at));
    const giver = relation && (await giverOf(context, by, relation));
    const [right] = relation ? await userRights.allOf(relation.id, [id]) : [];
    if (!relation || !giver || right === undefined) return null;
    const scoped = { unit: relation.organisation.id, application: right.application };
    const application = await applications.find(right.application);
    if (application === null || !covers(giver.administrator, scoped)) return null;
    return { right, relation, application, definition: findRight(application, right.right) };
  },
);

export type FindColleagues = {
  readonly by: ActingPerson;
  readonly organisation: OrganisationId;
  /** Words of a name; all of them by name where it is empty. */
  readonly search: string;
  /** Only those who have a right there now. */
  readonly application: ApplicationId | null;
};

/** People who work for an organisation now, to choose from; `null` when somebody administers nothing there. */
export const findColleagues = act(
  ['people', ...powerNeeds],
  async ({ stores, now }, asked: FindColleagues): Promise<readonly PersonInList[] | null> => {
    const { by, organisation, search, application } = asked;
    if ((await administratorAt(stores, by.person, organisation, now)) === null) return null;
    const filter: PeopleFilter = {
      ...{ organisation, standing: 'current', type: null, application },
      ...{ search: search.trim() === '' ? null : search, after: null },
    };
    return stores.people.list(filter, now, MOST_LISTED);
  },
);

/** The application of this id, with the names of its rights. */
export const findApplication = act(
  ['applications'],
  ({ stores }, { application }: { readonly application: ApplicationId }): Promise<Application | null> =>
    stores.applications.find(application),
);
