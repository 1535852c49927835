import { afterOthers, ChangedMeanwhile } from '../../../base/changed-meanwhile.ts';
import {
  type Attempt,
  keepingOfBegun,
  keepLogin,
  type StateChange,
  tellLogin,
} from '../../../login/index.ts';
import { refusal } from '../authorization/refusals.ts';
import type { RequestMemory } from '../authorization/request-memory.ts';
import { type ResumeContext, resumedHalf } from '../authorization/resume.ts';
import type { OidcWorld } from '../world.ts';
import { endLogin } from './adapter.ts';
import type { CookieNames } from './cookies.ts';

type EndingContext = ResumeContext & {
  readonly response: { get(name: string): string | string[]; set(name: string, value: string[]): void };
  remove(name: string): void;
};

/**
 * Keeps what a request changed, all of it or nothing, before its answer leaves: a request that failed has used nothing up, and can be sent
 * again. Of two that change the same, the second one is answered anew, as the one that came second.
 */
export async function keepChanges(
  world: OidcWorld,
  names: CookieNames,
  context: EndingContext,
): Promise<void> {
  const memory = world.memories.of(context);
  dropCookiesOfWay(names, context);
  if (context.status >= 500) {
    // Nothing that this request did is kept, so no cookie may tell of it.
    context.remove('Set-Cookie');
    if (memory.end) memory.end.failure ??= { error: new Error('the way back of a login broke') };
    return;
  }
  const location = [context.response.get('location')].flat()[0] || null;
  const half = resumedHalf(memory, context.status === 303 || context.status === 302 ? location : null);
  if (memory.end) {
    memory.end.half = half ?? memory.end.half;
    return;
  }
  const attempt = memory.resumed?.attempt;
  const resumed = half && attempt ? { ...attempt, version: attempt.version + 1, half } : null;
  if (memory.changes.length === 0 && memory.begun === null && resumed === null) return;
  if (await isKept(world, memory, resumed)) return;
  if (context.path === '/v1/token') return refuseUsedCode(world, context);
  memory.isOvertaken = true;
}

/** Whether the changes are there, also when only the database's answer to the commit was lost; not, when another request came first. */
async function isKept(world: OidcWorld, memory: RequestMemory, resumed: Attempt | null): Promise<boolean> {
  const { inTransaction, states } = world.ports;
  const { begun, changes, events } = memory;
  const isOnlyBegun = resumed === null && events.length === 0 && changes.every(isSessionOfNobody);
  const keepAll = () =>
    inTransaction(
      ['attempts', 'audit', 'lastUsed', 'oidc'],
      async (stores) => {
        if (begun?.attempt.half) await keepLogin(stores, begun);
        // Nobody was led there, so nobody will ask for it.
        else if (begun) await tellLogin(stores, begun);
        if (resumed) await stores.attempts.save(resumed);
        await stores.oidc.keep(changes);
        await stores.audit.record(...events);
      },
      begun && isOnlyBegun ? keepingOfBegun(begun.attempt.request) : {},
    );
  try {
    return await afterOthers(() => wasFirst(keepAll));
  } catch (error) {
    const made = changes.find(
      (each) => each.kind === 'put' && (each.model === 'AccessToken' || each.model === 'AuthorizationCode'),
    );
    const isThere =
      made?.kind === 'put' && (await states.find(made.model, made.id).catch(() => null)) !== null;
    if (isThere) return true;
    throw error;
  }
}

/** Whether nothing that this changes was changed or used up before. */
async function wasFirst(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof ChangedMeanwhile && error.what !== null) return false;
    throw error;
  }
}

/** The library gives one to a browser that brings the cookie of a session which is over. */
function isSessionOfNobody(change: StateChange): boolean {
  return change.kind === 'put' && change.model === 'Session' && change.payload.accountId === undefined;
}

/** A code counts once (RFC 6749 4.1.2): who loses the race is a replay, and ends what the winner got. */
async function refuseUsedCode(world: OidcWorld, context: EndingContext): Promise<void> {
  const { logins, refusals } = world.memories.of(context);
  for (const login of [...logins.values()]) {
    await endLogin(world, login.id);
    refusals.push(refusal(world, context, 'token.refused', 'invalid_grant', login.application));
  }
  context.status = 400;
  context.body = { error: 'invalid_grant', error_description: 'grant request is invalid' };
}

/**
 * The library ties a login to its browser by two cookies for each, one for its page and one for the way back. A login answers to the
 * browser that began it, which has a cookie for that already.
 */
function dropCookiesOfWay(names: CookieNames, context: EndingContext): void {
  const lines = [context.response.get('set-cookie')].flat().filter(Boolean);
  const kept = lines.filter(
    (line) => ![names.interaction, names.resume].some((name) => line.startsWith(`${name}=`)),
  );
  if (kept.length === lines.length) return;
  context.remove('Set-Cookie');
  if (kept.length > 0) context.response.set('Set-Cookie', kept);
}
