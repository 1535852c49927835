import { randomBytes } from 'node:crypto';
import type Provider from 'oidc-provider';
import type { CorrelationCode } from '../../../base/correlation.ts';
import { later, SECOND } from '../../../base/time.ts';
import type { ApplicationId } from '../../../domain/application/index.ts';
import type { AuditEvent } from '../../../domain/audit/index.ts';
import { keyOf } from '../../../domain/capacity/index.ts';
import type { Person } from '../../../domain/person/index.ts';
import type { LoginGrant, LoginOutcome } from '../../../login/index.ts';
import { grantPayload } from '../provider/adapter.ts';
import { ACCESS_TOKEN_SECONDS, CODE_SECONDS } from '../tokens/lifetimes.ts';
import type { OidcWorld } from '../world.ts';
import type { RequestMemory } from './request-memory.ts';

export type GrantedOutcome = Extract<LoginOutcome, { readonly kind: 'granted' }>;

type FinishedLogin = {
  readonly outcome: GrantedOutcome;
  readonly application: ApplicationId;
  readonly params: Readonly<Record<string, unknown>>;
  readonly session: string;
  readonly correlation: CorrelationCode;
  /** Who finished it, when that was read already. */
  readonly person?: Person | null;
};

/** A login that an application is given, and the event that tells of it. */
export type GivenLogin = { readonly login: LoginGrant; readonly event: AuditEvent };

/**
 * What a finished login gives an application: every authorization has its own, so that a replayed code ends what came of
 * it and nothing else. It lives as long as the session that it may be repeated in, and its last token.
 */
export async function newLoginGrant(world: OidcWorld, finished: FinishedLogin): Promise<GivenLogin> {
  const { outcome, application, params, session, correlation } = finished;
  const person = finished.person ?? (await world.ports.persons.find(outcome.person));
  if (!person) throw new Error('a login was finished by a person who does not exist');
  const now = world.ports.clock();
  const lifetime = world.sessionSeconds + ACCESS_TOKEN_SECONDS + CODE_SECONDS;
  const login: LoginGrant = {
    id: randomBytes(32).toString('base64url'),
    person,
    application,
    capacity: outcome.capacity,
    authentication: outcome.authentication,
    acrAsked: typeof params.acr_values === 'string',
    scopes: String(params.scope ?? '')
      .split(' ')
      .filter(Boolean),
    session,
    correlation,
    createdAt: now,
    expiresAt: later(now, lifetime * SECOND),
  };
  const event: AuditEvent = {
    kind: 'authorization.granted',
    actor: { kind: 'person', id: person.id },
    subject: { kind: 'application', id: application },
    purpose: 'login',
    details: { capacity: keyOf(login.capacity), means: login.authentication.means, scopes: login.scopes },
    correlation,
  };
  return { login, event };
}

/** Keeps with a request what the application is given. */
export function give(memory: RequestMemory, { login, event }: GivenLogin): void {
  memory.changes.push({ kind: 'grant', grant: login });
  memory.events.push(event);
  memory.logins.set(login.id, login);
}

/** The login goes on in this session. */
export function moveGrant(memory: RequestMemory, { id }: Pick<LoginGrant, 'id'>, session: string): void {
  const given = memory.changes.find((each) => each.kind === 'grant' && each.grant.id === id);
  if (given?.kind !== 'grant') memory.changes.push({ kind: 'move-grant', id, session });
  else {
    const others = memory.changes.filter((each) => each !== given);
    memory.changes = [...others, { ...given, grant: { ...given.grant, session } }];
  }
}

/** A login grant as the library's own model. */
export function grantModel(provider: Provider, login: LoginGrant): InstanceType<Provider['Grant']> {
  return new provider.Grant(grantPayload(login));
}
