import { SECOND } from '../../../base/time.ts';
import type { StateChange, StatePayload } from '../../../login/index.ts';
import { stateKey } from '../provider/adapter.ts';
import { applicationOf } from '../provider/application-of.ts';
import type { CookieNames } from '../provider/cookies.ts';
import type { OidcWorld } from '../world.ts';
import type { KeptResponse, Resumption } from './kept-response.ts';
import { requestLanguage } from './request-language.ts';
import type { RequestMemory } from './request-memory.ts';
import { type Sending, sendResponse } from './response-modes.ts';

export type ResumeContext = Sending & {
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly cookies: {
    secure?: boolean;
    get(name: string): string | undefined;
    set(name: string, value: string, options: object): unknown;
  };
  readonly req: { readonly headers: { cookie?: string | undefined } };
  readonly headers: { readonly [name: string]: string | string[] | undefined };
};

/**
 * Before the library resumes an interaction. One that was resumed before (a reload, the back button, an answer that never arrived) comes
 * to what it came to then, and the answer is `true`. One whose code nobody fetched in time is resumed anew.
 */
export async function prepareResume(
  world: OidcWorld,
  names: CookieNames,
  context: ResumeContext,
): Promise<boolean> {
  const id = context.path.slice(context.path.lastIndexOf('/') + 1);
  if (context.cookies.get(names.resume) !== id) return false;
  const { states } = world.ports;
  const sessionId = context.cookies.get(names.session);
  const [interaction, session] = await Promise.all([
    states.find('Interaction', id),
    sessionId === undefined ? null : states.find('Session', sessionId),
  ]);
  if (interaction === null) return false;
  const memory = world.memories.of(context);
  const before = interaction.resumed as Resumption | undefined;
  if (before) {
    const again = await comeToTheSame(world, names, context, before, session !== null);
    if (again === 'answered') return true;
    // A session that its browser never heard of, or has by now: resumed anew, there is one.
    if (before.kind === 'response' && before.session !== null && before.session !== sessionId) {
      memory.changes.push({ kind: 'destroy', model: 'Session', id: before.session });
    }
  }
  // The cookie of this interaction tells whose it is; the session may have come, gone or changed since it began.
  memory.states.set(stateKey('Interaction', id), { ...interaction, session: undefined });
  const stays = leaveOthersSession(world, names, context, { interaction, session, sessionId });
  memory.resumed = { id, state: interaction, isLoggedIn: stays && Boolean(session?.accountId) };
  return false;
}

/**
 * When another person has just logged in than the session belongs to, that session ends and a new one begins. The library would ask for
 * a logout page in between; nobody is ever merged into another's session.
 */
function leaveOthersSession(
  world: OidcWorld,
  names: CookieNames,
  context: ResumeContext,
  { interaction, session, sessionId }: Found,
): boolean {
  if (sessionId === undefined) return true;
  const memory = world.memories.of(context);
  memory.states.set(stateKey('Session', sessionId), session);
  const { login } = (interaction.result ?? {}) as { readonly login?: { readonly accountId?: unknown } };
  if (!session?.accountId || !login || login.accountId === session.accountId) return true;
  memory.changes.push({ kind: 'destroy', model: 'Session', id: sessionId });
  const { headers } = context.req;
  headers.cookie = headers.cookie
    ?.split(';')
    .filter((part) => !part.trim().startsWith(`${names.session}=`))
    .join(';');
  return false;
}

type Found = {
  readonly interaction: StatePayload;
  readonly session: StatePayload | null;
  readonly sessionId: string | undefined;
};

async function comeToTheSame(
  world: OidcWorld,
  names: CookieNames,
  context: ResumeContext,
  before: Resumption,
  hasSession: boolean,
): Promise<'answered' | 'anew'> {
  if (before.kind === 'location') {
    context.status = 303;
    context.set({ Location: before.location });
    context.body = '';
    return 'answered';
  }
  const { response, session } = before;
  const { states } = world.ports;
  const { code } = response.fields;
  if (code !== undefined) {
    const [kept, living] = await Promise.all([
      states.find('AuthorizationCode', code),
      session === null ? null : states.find('Session', session),
    ]);
    // Fetched by the application, or ended with the login: there is nothing left to bring.
    if (!kept || kept.consumed !== undefined || !living) return tellFinished(world, context, response);
    if (Number(kept.exp) * SECOND <= world.ports.clock().getTime()) return 'anew';
    if (!hasSession && session !== null) setSession(world, names, context, session);
  }
  sendResponse(world, context, response, await applicationOf(world, response.application));
  return 'answered';
}

function setSession(world: OidcWorld, names: CookieNames, context: ResumeContext, id: string): void {
  context.cookies.secure = world.secure;
  const options = { httpOnly: true, sameSite: 'lax', secure: world.secure, path: '/', overwrite: true };
  context.cookies.set(names.session, id, options);
}

/** The way on is the application itself: it has what this login gave, or the login has ended. */
async function tellFinished(
  world: OidcWorld,
  context: ResumeContext,
  { application, language }: KeptResponse,
): Promise<'answered'> {
  context.status = 409;
  context.type = 'html';
  context.set({ ...world.pages.headers(null) });
  context.body = world.pages.protocolProblem({
    problem: 'already-finished',
    language: language ?? requestLanguage(world.languages, context.query.ui_locales, undefined),
    correlation: world.memories.of(context).correlation,
    application: await applicationOf(world, application),
  });
  return 'answered';
}

/** The changes of a request that resumed an interaction: it is not thrown away, but keeps what came of it, once. */
export function withResumption(
  { changes, resumed, response }: RequestMemory,
  location: string | null,
): readonly StateChange[] {
  if (!resumed) return changes;
  const others = changes.filter((each) => !isEndOf(each, resumed.id));
  // It broke before it came to anything: it can be resumed again.
  if (others.length === changes.length) return changes;
  const session = changes.find((each) => each.kind === 'put' && each.model === 'Session');
  const { state, id } = resumed;
  const came: Resumption | null =
    response !== null
      ? { kind: 'response', response, session: session?.kind === 'put' ? session.id : null }
      : location !== null
        ? { kind: 'location', location }
        : null;
  if (came === null) return others;
  // The name by which the login finds it goes to the interaction that continues it.
  const isContinued = others.some(
    (each) => each.kind === 'put' && each.model === 'Interaction' && each.payload.uid === state.cid,
  );
  const payload = { ...state, resumed: came, uid: isContinued ? undefined : (state.cid as string) };
  const expiresAt = new Date(Number(state.exp) * SECOND);
  const put = { kind: 'put', model: 'Interaction', id, payload, expiresAt } as const;
  return [{ ...put, ...(state.version === undefined ? {} : { was: state.version }) }, ...others];
}

function isEndOf(change: StateChange, id: string): boolean {
  return change.kind === 'destroy' && change.model === 'Interaction' && change.id === id;
}
