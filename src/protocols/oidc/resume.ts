import { stateKey } from './adapter.ts';
import type { CookieNames } from './cookies.ts';
import type { OidcWorld } from './world.ts';

type ResumeContext = {
  readonly path: string;
  readonly cookies: { get(name: string): string | undefined };
  readonly req: { readonly headers: { cookie?: string | undefined } };
};

/**
 * Before the library resumes: when another person has just logged in than the session belongs to, that session ends and a
 * new one begins. The library would ask for a logout page in between; nobody is ever merged into another's session.
 */
export async function leaveOthersSession(
  world: OidcWorld,
  names: CookieNames,
  context: ResumeContext,
): Promise<void> {
  const id = context.path.slice(context.path.lastIndexOf('/') + 1);
  const sessionId = context.cookies.get(names.session);
  if (context.cookies.get(names.resume) !== id || sessionId === undefined) return;
  const { states } = world.ports;
  const memory = world.memories.of(context);
  const [interaction, session] = await Promise.all([
    states.find('Interaction', id),
    states.find('Session', sessionId),
  ]);
  memory.states.set(stateKey('Interaction', id), interaction);
  memory.states.set(stateKey('Session', sessionId), session);
  const { login } = (interaction?.result ?? {}) as { readonly login?: { readonly accountId?: unknown } };
  if (!session?.accountId || !login || login.accountId === session.accountId) return;
  await states.destroy('Session', sessionId);
  const { headers } = context.req;
  headers.cookie = headers.cookie
    ?.split(';')
    .filter((part) => !part.trim().startsWith(`${names.session}=`))
    .join(';');
}
