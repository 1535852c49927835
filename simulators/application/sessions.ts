import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Visitor } from './model.ts';
import type { PendingLogin } from './provider.ts';

/** One browser's visit. Kept in memory: a demo application may forget when it stops. */
export type Session = {
  readonly id: string;
  readonly pending: readonly PendingLogin[];
  readonly visitor: { readonly visitor: Visitor; readonly idToken: string } | null;
};

/** Sessions of one application, under a cookie of its own name: browsers share cookies between the ports of a host. */
export type Sessions = {
  of(context: Context): Session;
  save(context: Context, session: Session): void;
  /** Replaces the session by a new one under a new id: at login and at logout. */
  renew(context: Context, content: Omit<Session, 'id'>): void;
};

const MOST = 2000;
const MOST_PENDING = 8;

/** Opens an empty collection; the oldest session goes when there are too many. */
export function openSessions(cookie: string): Sessions {
  const sessions = new Map<string, Session>();
  const keep = (context: Context, session: Session) => {
    sessions.delete(session.id);
    sessions.set(session.id, { ...session, pending: session.pending.slice(-MOST_PENDING) });
    const oldest = sessions.keys().next();
    if (sessions.size > MOST && !oldest.done) sessions.delete(oldest.value);
    setCookie(context, cookie, session.id, { httpOnly: true, sameSite: 'Lax', path: '/' });
  };
  const of = (context: Context): Session =>
    sessions.get(getCookie(context, cookie) ?? '') ?? { id: newId(), pending: [], visitor: null };
  return {
    of,
    save: keep,
    renew(context, content) {
      sessions.delete(getCookie(context, cookie) ?? '');
      keep(context, { id: newId(), ...content });
    },
  };
}

function newId(): string {
  return randomBytes(32).toString('base64url');
}
