import { correlationCode } from '../../base/correlation.ts';
import { holds } from '../../base/time.ts';
import { actorOneself } from '../acting/index.ts';
import type { Application } from '../application/index.ts';
import type { PersonId } from '../person/index.ts';
import type { HeldAccess, HeldRight } from './held-access.ts';
import type { ListedRequest } from './ports.ts';
import { act, type RequestContext } from './world.ts';

/** Of one's own requests the newest are shown. */
const MOST_SHOWN = 50;

export type OwnAccess = {
  readonly held: readonly HeldAccess[];
  readonly requests: readonly ListedRequest[];
  readonly applications: readonly Application[];
};

/** Everything that somebody has in organisations, had, and asked for. */
export const viewOwnAccess = act(
  ['heldAccess', 'accessRequests', 'applications'],
  async ({ stores }, { person }: { readonly person: PersonId }): Promise<OwnAccess> => ({
    held: await stores.heldAccess.of(person, null),
    requests: await stores.accessRequests.ofPerson(person, { application: null, limit: MOST_SHOWN }),
    applications: await stores.applications.list(),
  }),
);

/** Every application, as prepared links name them. */
export const listApplications = act(
  ['applications'],
  ({ stores }, _asked: object): Promise<readonly Application[]> => stores.applications.list(),
);

type Own = { readonly person: PersonId; readonly right: string };

export type OwnRight = Pick<HeldAccess, 'organisation' | 'relation'> & { readonly right: HeldRight };

/** One right of one's own that counts now, or will; `null` where there is no such right. */
export const viewOwnRight = act(
  ['heldAccess'],
  (context, own: Own): Promise<OwnRight | null> => findOwn(context, own),
);

/** Somebody gives up a right of their own: it ends at once, and can be given again. */
export const giveUpRight = act(
  ['heldAccess', 'userRights', 'organisationHistory', 'audit'],
  async (context, own: Own): Promise<{ readonly kind: 'given-up' | 'unknown-right' }> => {
    const { stores, world, now } = context;
    const found = await findOwn(context, own);
    if (found === null) return { kind: 'unknown-right' };
    const { person } = own;
    const { right, organisation, relation } = found;
    await stores.userRights.holdRelation(relation.id);
    await stores.userRights.changeEnd(right, now);
    await stores.organisationHistory.record({
      organisation: organisation.id,
      subject: { kind: 'right', id: right.id },
      person,
      kind: 'ended',
      by: { person, authority: 'oneself' },
      after: {
        relation: relation.id,
        ...{ application: right.application, right: right.right, contexts: right.contexts },
        ...{ from: right.validity.from.toISOString(), until: now.toISOString() },
      },
      reason: null,
    });
    await stores.audit.record({
      kind: 'user-right.ended',
      actor: actorOneself(person),
      subject: { kind: 'person', id: person },
      purpose: 'account',
      details: {
        rightId: right.id,
        organisation: organisation.id,
        ...{ application: right.application, right: right.right, contexts: right.contexts, as: 'oneself' },
      },
      correlation: correlationCode(world.randomness.bytes(8)),
    });
    return { kind: 'given-up' };
  },
);

async function findOwn(
  { stores, now }: RequestContext<['heldAccess']>,
  { person, right: id }: Own,
): Promise<OwnRight | null> {
  for (const { organisation, relation, rights } of await stores.heldAccess.of(person, null)) {
    const right = rights.find((each) => each.id === id);
    if (right && (holds(right.validity, now) || right.validity.from > now))
      return { organisation, relation, right };
  }
  return null;
}
