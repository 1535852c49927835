import { DAY, later } from '../../base/time.ts';
import { type ActingPerson, mayActIn } from '../acting/index.ts';
import { type Application, type ApplicationId, admits } from '../application/index.ts';
import { listOrphans, type Orphan } from '../enterprise-register/index.ts';
import { type OrganisationId, type TargetGroup, targetGroups } from '../organisation/index.ts';
import type { LookRefusal, StaffMemberRights } from './model.ts';
import { act, recordAct, trailNeeds } from './world.ts';

/** How long before its end a right of staff stands among what needs somebody. */
const ENDING = 30 * DAY;
const MOST_ENDING = 20;
/** Beyond this many organisations of a target group are not counted: it would cost more than it says. */
export const MOST_COUNTED = 10_000;

/** What needs somebody: organisations in which nobody decides, a page of them, and who of the staff loses a right soon. */
export const viewPlatform = act(
  ['platform', 'orphans', ...trailNeeds],
  async (
    context,
    { by, after }: { readonly by: ActingPerson; readonly after: OrganisationId | null },
  ): Promise<
    | {
        readonly kind: 'viewed';
        readonly orphans: readonly Orphan[];
        /** After whom more of them may follow. */
        readonly next: OrganisationId | null;
        readonly ending: readonly StaffMemberRights[];
        /** Nobody but the platform itself is there: what to do first is said. */
        readonly isEmpty: boolean;
      }
    | LookRefusal
  > => {
    if (!mayActIn('platform', by)) return { kind: 'not-allowed' };
    const { stores, now } = context;
    const ending = await stores.platform.staffEnding({ from: now, until: later(now, ENDING) }, MOST_ENDING);
    const { orphans, next } = await listOrphans(stores, { at: now, after });
    const all = { words: null, codes: [], targetGroup: null, after: null };
    const organisations = await stores.platform.findOrganisations(all, 2);
    await recordAct(context, by, {
      kind: 'staff.listed',
      subject: null,
      details: { members: ending.length, invitations: 0 },
      persons: ending.map(({ person }) => person),
      way: 'listed',
    });
    // The organisation that runs the platform has its staff, and needs no administrator.
    const isOwn = ({ id }: { readonly id: OrganisationId }) => id === by.authority.organisation;
    return {
      kind: 'viewed',
      orphans: orphans.filter((each) => !isOwn(each)),
      next,
      ending,
      isEmpty: organisations.every(isOwn),
    };
  },
);

/** A target group, how many organisations of it count now (as far as they are counted), and how many applications are open to it. */
export type TargetGroupFigures = {
  readonly targetGroup: TargetGroup;
  readonly organisations: number;
  readonly applications: number;
};

export const viewTargetGroups = act(
  ['platform', 'applications'],
  async (
    { stores, now },
    { by }: { readonly by: ActingPerson },
  ): Promise<{ readonly kind: 'viewed'; readonly groups: readonly TargetGroupFigures[] } | LookRefusal> => {
    if (!mayActIn('platform', by)) return { kind: 'not-allowed' };
    const counts = await stores.platform.countOrganisations(now, MOST_COUNTED + 1);
    const applications = await stores.applications.list();
    const groups = targetGroups.map((targetGroup) => ({
      targetGroup,
      organisations: counts.get(targetGroup) ?? 0,
      applications: applications.filter((each) => admits(each, targetGroup)).length,
    }));
    return { kind: 'viewed', groups };
  },
);

/** Every application, to look at: they are changed by file. */
export const listApplications = act(
  ['applications'],
  async (
    { stores },
    { by }: { readonly by: ActingPerson },
  ): Promise<{ readonly kind: 'listed'; readonly applications: readonly Application[] } | LookRefusal> => {
    if (!mayActIn('platform', by)) return { kind: 'not-allowed' };
    return { kind: 'listed', applications: await stores.applications.list() };
  },
);

/** One application, to look at. Its secret stays behind: it is redacted, and no page asks for it. */
export const viewApplication = act(
  ['applications'],
  async (
    { stores },
    { by, id }: { readonly by: ActingPerson; readonly id: ApplicationId },
  ): Promise<{ readonly kind: 'found'; readonly application: Application } | LookRefusal> => {
    if (!mayActIn('platform', by)) return { kind: 'not-allowed' };
    const application = await stores.applications.find(id);
    return application === null ? { kind: 'unknown' } : { kind: 'found', application };
  },
);
