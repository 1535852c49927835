import type { StateChange } from '../../../login/index.ts';
import { refusal } from '../authorization/refusals.ts';
import { prepareResume, type ResumeContext, withResumption } from '../authorization/resume.ts';
import type { OidcWorld } from '../world.ts';
import { endLogin } from './adapter.ts';
import type { CookieNames } from './cookies.ts';

type EndingContext = ResumeContext & {
  readonly response: { get(name: string): string | string[]; set(name: string, value: string[]): void };
  remove(name: string): void;
};

/**
 * Keeps what a request changed, all of it or nothing, before its answer leaves: a request that failed has used nothing up, and can be sent
 * again. Of two that use up the same, the second one is told what the first one came to.
 */
export async function keepChanges(
  world: OidcWorld,
  names: CookieNames,
  context: EndingContext,
): Promise<void> {
  const memory = world.memories.of(context);
  if (memory.resumed) keepResumeCookie(names, context);
  if (context.status >= 500) {
    // Nothing that this request did is kept, so no cookie may tell of it.
    context.remove('Set-Cookie');
    return;
  }
  const location = [context.response.get('location')].flat()[0] || null;
  const changes = withResumption(memory, context.status === 303 || context.status === 302 ? location : null);
  if (changes.length === 0) return;
  if (await isKept(world, changes)) return;
  if (context.path === '/v1/token') return refuseUsedCode(world, context);
  // Another request resumed it first.
  context.remove('Set-Cookie');
  memory.changes = [];
  memory.resumed = null;
  if (!(await prepareResume(world, names, context))) throw new Error('what was overtaken came to nothing');
}

/** Whether the changes are there, also when only the database's answer to the commit was lost. */
async function isKept({ ports: { states } }: OidcWorld, changes: readonly StateChange[]): Promise<boolean> {
  try {
    return (await states.commit(changes)).kind === 'kept';
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

/** The library takes the cookie of an interaction away when it resumes; it is what lets it come to the same again. */
function keepResumeCookie(names: CookieNames, context: EndingContext): void {
  const lines = [context.response.get('set-cookie')].flat().filter(Boolean);
  const kept = lines.filter((line) => !line.startsWith(`${names.resume}=;`));
  if (kept.length === lines.length) return;
  context.remove('Set-Cookie');
  if (kept.length > 0) context.response.set('Set-Cookie', kept);
}
