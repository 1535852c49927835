import type { IncomingMessage } from 'node:http';
import { cookieFlags } from '../../../base/browser-cookie.ts';
import type { ApplicationId } from '../../../domain/application/index.ts';
import type { AuditEvent } from '../../../domain/audit/index.ts';
import { readCookie } from '../http.ts';
import { cookieNames } from '../provider/cookies.ts';
import type { OidcWorld } from '../world.ts';

/** What of a session matters when it ends. */
export type EndingSession = {
  readonly id: string;
  readonly uid: string;
  readonly person: string | null;
  /** The applications that it served. */
  readonly applications: readonly string[];
};

/** The session of this browser; `null` when nobody is logged in. */
export async function sessionOf(world: OidcWorld, request: IncomingMessage): Promise<EndingSession | null> {
  const id = readCookie(request.headers.cookie, cookieNames(world.secure).session);
  const session = id ? await world.ports.states.find('Session', id) : null;
  if (!id || typeof session?.uid !== 'string') return null;
  return {
    id,
    uid: session.uid,
    person: typeof session.person === 'string' ? session.person : null,
    applications: Object.keys(session.authorizations ?? {}),
  };
}

/** Ends a session, and the tokens of the application that was left; answers with the `Set-Cookie` that forgets it. */
export async function endSession(
  world: OidcWorld,
  request: IncomingMessage,
  session: EndingSession,
  left: ApplicationId | null,
): Promise<string> {
  await world.ports.states.destroy('Session', session.id);
  const event = endedEvent(world, request, session, left, 'session-ended');
  if (left === null) await world.ports.audit(event);
  else await world.ports.grants.endInSession(session.uid, left, [event]);
  return `${cookieNames(world.secure).session}=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; ${cookieFlags({ secure: world.secure })}`;
}

/** Ends what one application has of a session: its tokens, and the capacity that was chosen for it. */
export async function leaveApplication(
  world: OidcWorld,
  request: IncomingMessage,
  session: EndingSession,
  left: ApplicationId,
): Promise<void> {
  const event = endedEvent(world, request, session, left, 'capacity-switched');
  await world.ports.grants.endInSession(session.uid, left, [event]);
}

function endedEvent(
  world: OidcWorld,
  request: object,
  session: EndingSession,
  left: string | null,
  reason: string,
): AuditEvent {
  return {
    kind: 'login.ended',
    actor: session.person === null ? { kind: 'unknown' } : { kind: 'person', id: session.person },
    subject: left === null ? null : { kind: 'application', id: left },
    purpose: 'logout',
    details: { reason },
    correlation: world.memories.of(request).correlation,
  };
}
