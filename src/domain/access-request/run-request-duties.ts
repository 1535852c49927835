import { ChangedMeanwhile } from '../../base/changed-meanwhile.ts';
import type { Duty } from '../../base/duty.ts';
import { HOUR, later, MINUTE } from '../../base/time.ts';
import type { PersonId } from '../person/index.ts';
import { changeRequest, changingNeeds, closed } from './change-request.ts';
import { deciderNeeds, decidersOf, headsOf } from './deciders.ts';
import { dutyOf, type EscalationStep } from './duty-of.ts';
import type { AccessRequest, AccessRequestId } from './model.ts';
import { tellAsker, tellDeciders, tellingNeeds } from './tell.ts';
import { byTime, escalate } from './tell-who-decides.ts';
import { type AccessRequestWorld, act, bindRequests, type RequestContext } from './world.ts';

const AT_ONCE = 20;
/** Requests handled in one run: the rest is due again in a minute. */
const MOST = 2000;
/** How long a request rests that could not be handled. */
const REST = HOUR;

const dutyNeeds = [...changingNeeds, ...deciderNeeds, ...tellingNeeds] as const;
type DutyContext = RequestContext<typeof dutyNeeds>;
type OneRequest = { readonly request: AccessRequestId };
type Failed = OneRequest & { readonly error: unknown };

/** What time does to requests for access. `tell` hears of each that cannot be handled. */
export function requestDuties(world: AccessRequestWorld, tell: (failed: Failed) => void): readonly Duty[] {
  const run = async () => {
    for (const failed of await runRequestDuties(world)) tell(failed);
  };
  return [{ name: 'access-requests', every: MINUTE, run }];
}

/**
 * Reminds, escalates and ends requests whose time has come, each in a transaction of its own: what is told is kept with it, so that nothing is
 * told twice, whenever a process stops. One that cannot be handled is set aside for an hour.
 */
export async function runRequestDuties(world: AccessRequestWorld): Promise<readonly Failed[]> {
  const seen = new Set<AccessRequestId>();
  const run = bindRequests(world);
  const failed: Failed[] = [];
  while (seen.size < MOST) {
    const due = await run(listDue)({});
    const fresh = due.filter((id) => !seen.has(id));
    // What another worker holds comes back as it is.
    if (fresh.length === 0) break;
    for (const request of fresh) {
      seen.add(request);
      try {
        await run(actOnDue)({ request });
      } catch (error) {
        if (error instanceof ChangedMeanwhile) continue;
        await run(setAside)({ request });
        failed.push({ request, error });
      }
    }
  }
  return failed;
}

const listDue = act(['accessRequests'], ({ stores, now }, _asked: object) =>
  stores.accessRequests.due(now, AT_ONCE),
);

const setAside = act(['accessRequests'], ({ stores, now }, { request }: OneRequest) =>
  stores.accessRequests.setDutyAside(request, later(now, REST)),
);

const actOnDue = act(dutyNeeds, async (context, { request: id }: OneRequest): Promise<void> => {
  const { stores, now } = context;
  const request = await stores.accessRequests.takeDue(id, now);
  if (request === null) return;
  const duty = dutyOf(request, now);
  switch (duty.kind) {
    case 'nothing':
      throw new Error('a request was due for nothing');
    case 'expire': {
      const expired = closed(request, 'expired', now);
      await changeRequest(context, expired, { what: 'expired', ...byTime });
      if (request.wish.kind !== 'second-administrator')
        await tellAsker(context, expired, { template: 'access-ended' });
      return;
    }
    case 'escalate': {
      const [first, ...more] = duty.steps;
      // Nobody is left who could decide there: no step before the last one helps.
      const isLeft = (await decidersOf(context, request)).kind !== 'platform';
      const escalated = await escalate(context, request, isLeft ? (more.at(-1) ?? first) : 'platform');
      const told = await Promise.all(duty.steps.map((step) => whoHears(context, request, step)));
      await tellDeciders(context, escalated, { template: 'access-waits-long', persons: told.flat() });
    }
  }
});

async function whoHears(
  context: DutyContext,
  request: AccessRequest,
  step: EscalationStep,
): Promise<readonly PersonId[]> {
  switch (step) {
    case 'reminded':
      return (await decidersOf(context, request)).persons;
    case 'head-administrators':
      return headsOf(context, request);
    // By a mail of their own.
    case 'platform':
      return [];
  }
}
