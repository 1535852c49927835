import { correlationCode } from '../../base/correlation.ts';
import { type ActingPerson, actorOf, isOneself, mayActIn } from '../acting/index.ts';
import { administratorAt } from '../administration/index.ts';
import type { Application, RightDefinition } from '../application/index.ts';
import type { AuditEvent } from '../audit/index.ts';
import type { Organisation, OrganisationId } from '../organisation/index.ts';
import type { ByDecider } from './decide-request.ts';
import { deciderAt, deciderNeeds } from './deciders.ts';
import type { HeldAccess } from './held-access.ts';
import type { AccessRequest, AccessRequestId } from './model.ts';
import { askableRights } from './offered-rights.ts';
import type { ListedRequest } from './ports.ts';
import { act, type RequestContext } from './world.ts';

/** Requests on one page of the list. */
const PAGE = 50;

export type RequestList = {
  readonly requests: readonly ListedRequest[];
  readonly applications: readonly Application[];
  /** Behind which request the next page begins; `null` on the last one. */
  readonly next: AccessRequestId | null;
};

type OfOrganisation = { readonly by: ActingPerson; readonly organisation: OrganisationId };

/** What waits in an organisation for a decision of this administrator, oldest first; `null` where they decide about nothing there. */
export const listOpenRequests = act(
  ['accessRequests', 'applications', 'audit', ...deciderNeeds],
  async (
    context,
    { by, organisation, after }: OfOrganisation & { readonly after: AccessRequestId | null },
  ): Promise<RequestList | null> => {
    const { stores, now } = context;
    const administrator = await administratorAt(stores, by.person, organisation, now);
    if (administrator === null) return null;
    const units = unitsOf(administrator.scope.units, organisation);
    const found = await stores.accessRequests.openOf(units, { after, limit: PAGE + 1 });
    const shown = found.slice(0, PAGE);
    const own = await Promise.all(shown.map((each) => deciderAt(context, by, each)));
    const requests = shown.filter((_, index) => own[index] !== null);
    await recordListed(context, by, { kind: 'organisation', id: organisation }, requests);
    const next = found.length > PAGE ? (shown.at(-1)?.id ?? null) : null;
    return { requests, applications: await stores.applications.list(), next };
  },
);

/** How many requests wait in an organisation, for the first page of whoever administers it. */
export const countOpenRequests = act(
  ['accessRequests', ...deciderNeeds],
  async ({ stores, now }, { by, organisation }: OfOrganisation): Promise<number> => {
    const administrator = await administratorAt(stores, by.person, organisation, now);
    if (administrator === null) return 0;
    return stores.accessRequests.countOpen(unitsOf(administrator.scope.units, organisation));
  },
);

/** What came to the platform because nobody in its organisation decided, oldest first; `null` for whoever does not administer the platform. */
export const listPlatformRequests = act(
  ['accessRequests', 'applications', 'audit'],
  async (
    context,
    { by, after }: { readonly by: ActingPerson; readonly after: AccessRequestId | null },
  ): Promise<RequestList | null> => {
    if (!mayActIn('platform', by)) return null;
    const { stores } = context;
    const found = await stores.accessRequests.openAtPlatform({ after, limit: PAGE + 1 });
    const shown = found.slice(0, PAGE);
    const requests = shown.filter(({ person, askedBy }) => !isOneself(by, person) && !isOneself(by, askedBy));
    await recordListed(context, by, null, requests);
    const next = found.length > PAGE ? (shown.at(-1)?.id ?? null) : null;
    return { requests, applications: await stores.applications.list(), next };
  },
);

/** How many requests wait on the platform. */
export const countPlatformRequests = act(
  ['accessRequests'],
  async ({ stores }, { by }: { readonly by: ActingPerson }): Promise<number> =>
    mayActIn('platform', by) ? stores.accessRequests.countAtPlatform() : 0,
);

async function recordListed(
  { stores, world }: RequestContext<['audit']>,
  by: ActingPerson,
  subject: AuditEvent['subject'],
  requests: readonly ListedRequest[],
): Promise<void> {
  if (requests.length === 0) return;
  await stores.audit.record({
    kind: 'access-request.list-viewed',
    actor: actorOf(by),
    subject,
    concerned: requests.map(({ person }) => ({ way: 'listed', person })),
    purpose: 'access',
    details: { requests: requests.length },
    correlation: correlationCode(world.randomness.bytes(8)),
  });
}

export type ViewedRequest = {
  readonly request: AccessRequest;
  readonly organisation: Organisation;
  readonly personName: string;
  /** Who wished it first, where another administrator confirms. */
  readonly askedByName: string;
  readonly application: Application | null;
  /** What the application offers there: what may be given in its place. */
  readonly offered: readonly RightDefinition[];
  /** What the person has in this organisation. */
  readonly held: readonly HeldAccess[];
  readonly applications: readonly Application[];
  readonly decidedBy: string | null;
};

/** One request, for whoever may decide about it; `null` where they may not, or it is not there. */
export const viewRequest = act(
  ['accessRequests', 'applications', 'organisations', 'heldAccess', 'persons', 'audit', ...deciderNeeds],
  async (context, { by, request: id }: ByDecider): Promise<ViewedRequest | null> => {
    const { stores } = context;
    const request = await stores.accessRequests.find(id);
    if (request === null || (await deciderAt(context, by, request)) === null) return null;
    const { wish, person, askedBy, organisation: at } = request;
    const nameOf = async (each: typeof person) => {
      const known = await stores.persons.find(each);
      return known === null ? '' : `${known.givenNames} ${known.familyName}`.trim();
    };
    const organisation = await stores.organisations.find(at);
    if (organisation === null) throw new Error('a request of no organisation');
    const application =
      wish.kind === 'work-relation' ? null : await stores.applications.find(wish.application);
    const offered = application ? await askableRights(context, application, organisation) : [];
    await stores.audit.record({
      kind: 'access-request.viewed',
      actor: actorOf(by),
      subject: { kind: 'person', id: person },
      concerned: [{ way: 'shown', person }],
      purpose: 'access',
      details: { request: id, organisation: at },
      correlation: request.reference,
    });
    return {
      ...{ request, organisation, application, offered },
      personName: await nameOf(person),
      askedByName: await nameOf(askedBy),
      held: await stores.heldAccess.of(person, at),
      applications: await stores.applications.list(),
      decidedBy: request.decision && (await nameOf(request.decision.by)),
    };
  },
);

function unitsOf(units: 'all' | readonly OrganisationId[], organisation: OrganisationId) {
  return units === 'all' ? [organisation] : units;
}
