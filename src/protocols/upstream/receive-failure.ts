import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import type { UpstreamOutcome } from '../../login/index.ts';
import type { UpstreamRefusal } from './upstream-refusal.ts';

/** A token of a form that was not agreed. */
export class TokenRefused extends Error {
  readonly code: UpstreamRefusal;
  constructor(code: UpstreamRefusal) {
    super(code);
    this.code = code;
  }
}

/** The provider could not be asked what had to be asked. */
export class ProviderAway extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** What the certified client says of a claim that does not hold. */
const byClaim: Readonly<Record<string, UpstreamRefusal>> = {
  iss: 'upstream.issuer',
  aud: 'upstream.audience',
  azp: 'upstream.audience',
  nonce: 'upstream.nonce',
  exp: 'upstream.time',
  nbf: 'upstream.time',
};

/** Errors of OAuth and OpenID Connect that say of the provider, and not of the person, that it cannot. */
const away = ['server_error', 'temporarily_unavailable'];

/**
 * What an answer comes to that could not be used. The certified client throws; what it throws names the place, and this names the outcome.
 * Anything that it cannot have meant is thrown on: a bug of ours.
 */
export function outcomeOfFailure(
  error: unknown,
  expected: { readonly state: string; readonly issuer: string },
): UpstreamOutcome {
  const causes = causesOf(error);
  for (const each of causes) {
    if (each instanceof TokenRefused) return refused(each.code);
    if (each instanceof ProviderAway) return { kind: 'unavailable', reason: each.reason };
    if (each instanceof AuthorizationResponseError) return outcomeOfError(each.error);
    if (each instanceof ResponseBodyError) return outcomeOfTokenError(each);
  }
  const code = refusalOf(causes, expected);
  if (code === null) throw error;
  return refused(code);
}

function refused(code: UpstreamRefusal): UpstreamOutcome {
  return { kind: 'refused', code };
}

/** The provider sent the person back with an error (RFC 6749 4.1.2.1, OpenID Connect Core 3.1.2.6). */
function outcomeOfError(error: string): UpstreamOutcome {
  if (error === 'access_denied') return { kind: 'cancelled' };
  if (error === 'unmet_authentication_requirements') return { kind: 'too-weak' };
  if (away.includes(error)) return { kind: 'unavailable', reason: error };
  return { kind: 'failed', error: /^[a-z_]{1,50}$/.test(error) ? error : 'other' };
}

/** The token endpoint refused (RFC 6749 5.2): the code, or us. */
function outcomeOfTokenError({ error }: ResponseBodyError): UpstreamOutcome {
  if (error === 'invalid_grant') return { kind: 'used' };
  return { kind: 'unavailable', reason: /^[a-z_]{1,50}$/.test(error) ? `token.${error}` : 'token.error' };
}

function refusalOf(
  errors: readonly unknown[],
  expected: { readonly state: string; readonly issuer: string },
): UpstreamRefusal | null {
  const details = errors.flatMap((each) => (typeof each === 'object' && each !== null ? [each] : []));
  const detail = <Name extends string>(name: Name) => details.find((each) => name in each);
  const value = (name: string): unknown => (detail(name) as Record<string, unknown> | undefined)?.[name];

  const parameters = value('parameters');
  if (parameters instanceof URLSearchParams) return faultOfCallback(parameters, expected);
  const claim = value('claim');
  if (typeof claim === 'string') return byClaim[claim] ?? 'upstream.claims';
  if (value('attribute') === 'sub') return 'upstream.userinfo-subject';
  if (detail('candidates')) return 'upstream.key';
  if (detail('signature')) return 'upstream.signature';
  if (detail('claims')) return 'upstream.claims';
  const code = value('code');
  return typeof code === 'string' && code.startsWith('OAUTH_') ? 'upstream.token-response' : null;
}

/** Which of the parameters made the certified client refuse the callback. */
function faultOfCallback(
  parameters: URLSearchParams,
  { state, issuer }: { readonly state: string; readonly issuer: string },
): UpstreamRefusal {
  if (parameters.get('state') !== state) return 'upstream.state';
  return parameters.get('iss') !== issuer ? 'upstream.issuer-parameter' : 'upstream.form';
}

/** An error, what caused it, and so on: the client hands its details on as causes. */
function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let each = error; each !== undefined && each !== null && causes.length < 10; ) {
    causes.push(each);
    each = typeof each === 'object' && 'cause' in each ? each.cause : null;
  }
  return causes;
}
