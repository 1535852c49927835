import { afterOthers } from '../../base/changed-meanwhile.ts';
import { usingNeeds } from '../../domain/account-keys/index.ts';
import { usableOffer } from '../../domain/login-means/index.ts';
import { advance, arrive, recording, showNeeds, viewOf } from '../advance.ts';
import { answeringFrom } from '../ahead/read-ahead.ts';
import type { Attempt, AttemptId, AttemptState, BrowserBinding } from '../attempt.ts';
import { beforeProof } from '../before-proof.ts';
import { find, findNeeds } from '../find-attempt.ts';
import { offersIn } from '../first-question.ts';
import { takesAnswer } from '../path.ts';
import type { LoginStores, LoginWorld } from '../ports.ts';
import { type AttemptContext, inState, type StepContext } from '../step.ts';
import type { Arrival } from '../view.ts';
import type { WaitingProtocol } from '../waiting-protocol.ts';
import { leadOn, provingNeeds } from './lead-on.ts';
import type { Answering, Failing, Leaving, Left, LoginStanding, Proving } from './proof.ts';
import { recordChoice } from './record-choice.ts';
import { isSameWay, waitingIn } from './waiting-in.ts';

/** The login as the adapters of means use it: what they learn from outside, they learn between these calls. */
export type ByMeans = {
  /** How a login stands; nothing changes. */
  standing(id: AttemptId, browser: BrowserBinding): Promise<LoginStanding>;
  /** The person leaves for a provider. */
  leave(id: AttemptId, browser: BrowserBinding, leaving: Leaving): Promise<Left>;
  /** A verified proof leads on; used twice, or when it is not waited for, it leads to where the login stands. */
  prove(
    id: AttemptId,
    browser: BrowserBinding,
    proving: Proving,
    waiting?: WaitingProtocol | null,
  ): Promise<Arrival>;
  /** Nothing was proved: back to the tiles with a notice, or a page that says why it cannot be. */
  fail(id: AttemptId, browser: BrowserBinding, failing: Failing): Promise<Arrival>;
};

const leavingNeeds = [...showNeeds, 'audit'] as const;
const proveNeeds = [...showNeeds, 'audit', ...provingNeeds, ...usingNeeds] as const;
type Holding<Needs extends readonly (keyof LoginStores)[]> = Pick<LoginStores, Needs[number]>;

/** Opens what adapters use of the login. */
export function openByMeans(world: LoginWorld): ByMeans {
  return {
    standing: (id, browser) =>
      world.inTransaction(findNeeds, async (stores): Promise<LoginStanding> => {
        const found = await find(world, stores, id, browser);
        if (found.kind !== 'found') return { kind: 'problem', view: found.view };
        const { attempt, application } = found.context;
        const waiting = waitingIn(found.context);
        return { kind: 'standing', attempt, application, tiles: offersIn(found.context), waiting };
      }),
    leave: (id, browser, leaving) =>
      afterOthers(() =>
        world.inTransaction(
          leavingNeeds,
          async (stores): Promise<Left> => {
            const found = await find(world, stores, id, browser);
            return found.kind === 'found'
              ? leave(recording(found.context), leaving)
              : { kind: 'problem', view: found.view };
          },
          beforeProof,
        ),
      ),
    prove: (id, browser, proving, waiting = null) =>
      afterOthers(() =>
        world.inTransaction(proveNeeds, async (asked): Promise<Arrival> => {
          const stores = await aheadOf(asked, id, proving);
          const found = await find(world, stores, id, browser);
          if (found.kind !== 'found') return { kind: 'problem', view: found.view };
          const context = { ...recording(found.context), waiting };
          const { proof } = proving;
          const { tile = proof.tile } = proving;
          if (!isAwaited(context, tile, proving) && !hasFailedOnly(context, tile, proving))
            return arrive(context);
          await proving.use?.(asked, context.now);
          const led = await advance(context, await leadOn(context, proof));
          return { kind: 'shown', view: await viewOf(led) };
        }),
      ),
    fail: (id, browser, failing) =>
      afterOthers(() =>
        world.inTransaction(
          leavingNeeds,
          async (stores): Promise<Arrival> => {
            const found = await find(world, stores, id, browser);
            if (found.kind !== 'found') return { kind: 'problem', view: found.view };
            const context = recording(found.context);
            // Of a login that somebody else ended meanwhile its own address tells what its protocol makes of that.
            if (!isAwaited(context, failing.tile, failing))
              return { kind: 'moved', attempt: context.attempt };
            await recordFailure(context, failing);
            const { attempt } = await advance(context, stateAfter(failing), unboundIn(failing));
            return { kind: 'moved', attempt };
          },
          beforeProof,
        ),
      ),
  };
}

async function leave(
  context: StepContext<typeof leavingNeeds>,
  { tile, mark, kept, after = null }: Leaving,
): Promise<Left> {
  const { attempt, now } = context;
  const isOffered = usableOffer(offersIn(context), tile) !== null;
  if (!isOffered || !takesAnswer(context.state.kind)) return { kind: 'moved', attempt };
  const before = waitingIn(context);
  if (before?.tile === tile && isSameWay(before, after, now))
    return { kind: 'left', attempt, waiting: before, repeats: true };
  await recordChoice(context, tile);
  const waiting = { tile, mark, sentAt: now, kept };
  const left = await advance(context, { kind: 'waiting', ...waiting });
  return { kind: 'left', attempt: left.attempt, waiting, repeats: false };
}

/** The login, and with it the person that a proof names, in one look-up where that can be. */
async function aheadOf(
  stores: Holding<typeof proveNeeds>,
  id: AttemptId,
  { proof: { proves } }: Proving,
): Promise<Holding<typeof proveNeeds>> {
  const { attempts } = stores;
  switch (proves.kind) {
    case 'identity':
      return stores;
    case 'account':
      return answeringFrom(stores, await attempts.findWithPerson(id, proves.person));
    case 'number':
      return answeringFrom(stores, await attempts.findWithNumber(id, proves.number));
  }
}

/** Whether the login waits for this: nobody has proved anything in it yet, and it is the same way there, or the same question. */
function isAwaited(
  context: AttemptContext<unknown>,
  tile: Leaving['tile'],
  { mark, version }: Answering,
): boolean {
  const { attempt, state } = context;
  if (!takesAnswer(state.kind) || (version !== undefined && version !== attempt.version)) return false;
  if (mark === null) return true;
  const waiting = waitingIn(context);
  return waiting !== null && waiting.tile === tile && waiting.mark === mark;
}

/**
 * Whether the last that became of this way there is a failure: an answer that comes twice at one moment proves at the one place what has
 * failed at the other, where its code was used up. Whatever the person chose since then stands.
 */
function hasFailedOnly(
  context: AttemptContext<unknown>,
  tile: Leaving['tile'],
  { mark }: Answering,
): boolean {
  const notice = inState(context, 'choosing-means')?.state.notice;
  return notice?.kind === 'means' && notice.tile === tile && mark !== null && notice.mark === mark;
}

function recordFailure(context: StepContext<['audit']>, { tile, failure, detail }: Failing): Promise<void> {
  return context.record({
    kind: 'login.means-failed',
    actor: { kind: 'unknown' },
    subject: { kind: 'attempt', id: context.attempt.correlation },
    purpose: 'login',
    details: { tile, failure, ...(detail !== undefined && { detail }) },
  });
}

/** An account that was proved and leads to nobody, for whoever says later in this login that it is theirs. */
function unboundIn({ unbound }: Failing): Pick<Attempt, 'unbound'> {
  return unbound === undefined ? {} : { unbound };
}

function stateAfter({ tile, failure, mark }: Failing): AttemptState {
  return failure === 'not-accepted'
    ? { kind: 'stopped', problem: { kind: 'means-not-accepted', tile } }
    : { kind: 'choosing-means', notice: { kind: 'means', tile, failure, ...(mark !== null && { mark }) } };
}
