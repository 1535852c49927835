import { SECOND } from '../../../base/time.ts';
import { type Attempt, type AttemptId, type ProtocolHalf, parseAttemptId } from '../../../login/index.ts';
import type { OidcPorts } from '../ports.ts';
import type { Resumption } from './kept-response.ts';

/** What the library calls an interaction: a request that waits for a person. */
export type Interaction = {
  readonly jti: string;
  readonly exp: number;
  readonly returnTo: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly trusted?: unknown;
  readonly session?: { readonly accountId?: unknown; readonly uid?: unknown } | undefined;
};

/** What of an interaction is kept with its login; the rest follows from the id that both have. */
export type Asked = Pick<Interaction, 'exp' | 'params' | 'trusted' | 'session'>;

/** What came of it: the end of the login in the words of the library, and what went back to the application. */
export type Came = {
  readonly result:
    | { readonly login: { readonly accountId: string; readonly [name: string]: unknown } }
    | { readonly error: string; readonly error_description: string };
  readonly resumed?: Resumption;
};

/** The half of the login that is ours. Nobody else writes it. */
export type OidcHalf = ProtocolHalf & { readonly asked: Asked; readonly came?: Came };

/** What is kept of an interaction that the library has just made. */
export function askedOf({ exp, params, trusted, session }: Interaction): Asked {
  const asked = { exp, params, trusted };
  if (session?.accountId === undefined) return asked;
  return { ...asked, session: { accountId: session.accountId, uid: session.uid } };
}

/** The id that a login shares with its interaction. */
export function attemptIdOf({ jti }: Pick<Interaction, 'jti'>): AttemptId {
  const id = parseAttemptId(jti);
  if (id === null) throw new Error('an interaction has an id that no login can have');
  return id;
}

/** Our half of a login, while its application waits for it; `null` when there is none, or it waits no longer. */
export function halfOf(
  { ports }: { readonly ports: Pick<OidcPorts, 'clock'> },
  { half }: Attempt,
): OidcHalf | null {
  const own = half as OidcHalf | undefined;
  return own !== undefined && own.asked.exp * SECOND > ports.clock().getTime() ? own : null;
}

/** The address that leads a finished login back to its application. */
export function wayBackOf({ issuer }: { readonly issuer: string }, id: AttemptId): string {
  return `${issuer}/v1/auth/${id}`;
}
