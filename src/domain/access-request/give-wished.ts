import { endOfDay } from '../../base/calendar.ts';
import { holds } from '../../base/time.ts';
import type { Administrator } from '../administration/index.ts';
import type { WorkRelation } from '../organisation/index.ts';
import type { AccessRequest, RequestDecision } from './model.ts';
import type { RequestContext } from './world.ts';

export const givingNeeds = ['heldAccess', 'organisations', 'rights', 'organisationHistory', 'audit'] as const;

/** The work relation that an asker gets who has none. */
export type WishedRelation = Pick<WorkRelation, 'userType' | 'email'>;

export type GiveWished = {
  readonly administrator: Administrator;
  readonly request: AccessRequest;
  /** `null` where a work relation alone is given. */
  readonly given: RequestDecision['given'];
  readonly relation: WishedRelation;
};

/** Gives what was decided: a work relation where the person has none, and the right on it. */
export async function giveWished(
  context: RequestContext<typeof givingNeeds>,
  { administrator, request, given, relation: wished }: GiveWished,
): Promise<void> {
  const { stores, world, now } = context;
  const { person, organisation } = request;
  const held = await stores.heldAccess.of(person, organisation);
  const live = held.find(({ relation }) => holds(relation.validity, now));
  const validity = { from: now, until: null };
  const relation =
    live?.relation ??
    (await stores.organisations.addWorkRelation({
      ...{ id: world.randomness.uuid(), person, organisation, ...wished, validity },
    }));
  if (given === null) return;
  const { until, application, right, contexts } = given;
  await stores.rights.add({
    ...{ id: world.randomness.uuid(), workRelation: relation.id, organisation, application, right, contexts },
    validity: { from: now, until: until === null ? null : endOfDay(until) },
    given: {
      by: request.wish.kind === 'second-administrator' ? request.askedBy : administrator.person,
      as: 'request',
      at: now,
      confirmedBy: request.wish.kind === 'second-administrator' ? administrator.person : null,
    },
  });
}
