import type { ApplicationId } from '../../domain/application/index.ts';
import type { Attempt, AttemptId, BrowserBinding, LoginOutcome } from '../attempt.ts';
import type { Login } from '../login.ts';
import type { AuthnRequestStore } from '../means/eidas/ports.ts';
import type { View } from '../view.ts';
import type { WebSessionKind, WebSessionStore } from './web-session.ts';

/** A login that granted what it was begun for: one of our own applications. */
export type GrantedLogin = {
  readonly kind: 'granted';
  readonly attempt: Attempt;
  readonly outcome: Extract<LoginOutcome, { readonly kind: 'granted' }>;
};

/** What a login comes to that opens no session here, whichever of our pages it is for. */
export type ElsewhereEntry =
  | { readonly kind: 'not-finished' }
  /** A login to something else. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'problem'; readonly view: Extract<View, { readonly kind: 'problem' }> };

/** The end of a login to this application, in the browser that began it. Our applications open nothing for each other. */
export async function findGranted(
  login: Pick<Login, 'show'>,
  application: ApplicationId,
  id: AttemptId,
  browser: BrowserBinding,
): Promise<GrantedLogin | ElsewhereEntry> {
  const view = await login.show(id, browser);
  if (view.kind === 'problem') return { kind: 'problem', view };
  const { attempt, page } = view;
  if (attempt.application !== application) return { kind: 'unknown' };
  if (page.kind !== 'finished' || page.outcome.kind !== 'granted') return { kind: 'not-finished' };
  return { kind: 'granted', attempt, outcome: page.outcome };
}

export type EntryStores = {
  readonly webSessions: WebSessionStore;
  readonly authnRequests: Pick<AuthnRequestStore, 'wereSeen' | 'rememberNew'>;
};

/**
 * One login opens one session: notes that it does so now. The second time it answers with the session of the first, which the same browser
 * asks for again when the answer was lost; `secret` is `null` when that is over.
 */
export async function enterOnce(
  { webSessions, authnRequests }: EntryStores,
  session: WebSessionKind,
  { id, expiresAt }: Attempt,
  at: Date,
): Promise<{ readonly kind: 'first' } | { readonly kind: 'again'; readonly secret: string | null }> {
  const entry = [`${session} entry ${id}`];
  if (await authnRequests.wereSeen(entry))
    return { kind: 'again', secret: await webSessions.openedBy(session, id, at) };
  await authnRequests.rememberNew(entry, expiresAt);
  return { kind: 'first' };
}
