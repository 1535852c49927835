import type { IDToken } from 'openid-client';
import { later, SECOND } from '../../base/time.ts';
import type { OpenIdProvider } from '../../domain/login-means/index.ts';
import { parseNationalNumber } from '../../domain/person/index.ts';
import type { UpstreamClaims, UpstreamOutcome, UpstreamRequest } from '../../login/index.ts';
import { levelTold } from './levels.ts';
import type { UpstreamRefusal } from './upstream-refusal.ts';

type Told = Readonly<Record<string, unknown>>;

/** How far clocks may be apart. */
export const TOLERANCE = 60 * SECOND;
const LONGEST_NAME = 200;
const ADDRESS = /^[^\s@<>"(),:;[\]\\]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,8}$/;

/** Whether the ID token lacks something that a login by this provider needs, and userinfo may have. */
export function isIncomplete({ proves, claims }: OpenIdProvider, told: Told): boolean {
  if (proves.kind === 'account') return told.email === undefined;
  return [proves.claim, claims.givenNames, claims.familyName].some((name) => told[name] === undefined);
}

/**
 * What a verified ID token, and userinfo about the same subject, tell. Who it is, how strongly and when stands in the ID token alone; of the
 * rest it comes first.
 */
export function readClaims(
  provider: OpenIdProvider,
  request: Pick<UpstreamRequest, 'means' | 'maxAgeSeconds' | 'isAgeAsked' | 'sentAt'>,
  { token, userinfo, now }: { readonly token: IDToken; readonly userinfo: Told; readonly now: Date },
): Extract<UpstreamOutcome, { readonly kind: 'proven' | 'refused' | 'too-weak' }> {
  // OpenID Connect Core 3.1.3.7: the certified client asks for it only where a token has several audiences.
  if (token.azp !== undefined && token.azp !== provider.clientId) return refused('upstream.audience');
  if (!hasBegun(momentOf(token.iat), now)) return refused('upstream.time');
  const at = provenAt(token.auth_time, request, now);
  if (at === null) return refused('upstream.authentication-time');
  const level = levelTold(provider.levels, { acr: token.acr, amr: token.amr, asked: request.means });
  if (level === null) return { kind: 'too-weak' };
  const number =
    provider.proves.kind === 'number' ? numberIn(provider.proves.claim, token, userinfo, now) : null;
  if (provider.proves.kind === 'number' && number === null) return refused('upstream.number');
  const names = namesIn(provider, { ...userinfo, ...token });
  // Whoever the register does not know is known by these.
  if (number !== null && names === null) return refused('upstream.claims');
  const claims: UpstreamClaims = {
    issuer: token.iss,
    subject: token.sub,
    means: level.means,
    assurance: level.assurance,
    at,
    number,
    names,
    email: emailIn(token.email === undefined ? userinfo : token),
  };
  return { kind: 'proven', claims };
}

/**
 * When the person proved who they are; `null` when that is longer ago than was asked, in the future, or not told though it was asked (OpenID
 * Connect Core 3.1.2.1). The age that was asked counts from the request, not from the moment at which the person came back.
 */
function provenAt(
  authTime: number | undefined,
  { maxAgeSeconds, isAgeAsked, sentAt }: Pick<UpstreamRequest, 'maxAgeSeconds' | 'isAgeAsked' | 'sentAt'>,
  now: Date,
): Date | null {
  if (authTime === undefined) return isAgeAsked ? null : now;
  const at = momentOf(authTime);
  if (!hasBegun(at, now)) return null;
  if (at < later(sentAt, -maxAgeSeconds * SECOND - TOLERANCE)) return null;
  return at < now ? at : now;
}

function numberIn(claim: string, token: Told, userinfo: Told, now: Date): UpstreamClaims['number'] {
  const told = token[claim] ?? userinfo[claim];
  const text = typeof told === 'number' ? String(told).padStart(11, '0') : told;
  if (typeof text !== 'string') return null;
  const parsed = parseNationalNumber(text, now);
  return parsed.kind === 'parsed' ? parsed.number : null;
}

function namesIn({ claims }: OpenIdProvider, told: Told): UpstreamClaims['names'] {
  const [givenNames, familyName] = [nameIn(told[claims.givenNames]), nameIn(told[claims.familyName])];
  return givenNames === null && familyName === null
    ? null
    : { givenNames: givenNames ?? '', familyName: familyName ?? '' };
}

function nameIn(told: unknown): string | null {
  if (typeof told !== 'string') return null;
  const name = told.normalize('NFC').trim();
  return name === '' || name.length > LONGEST_NAME || /\p{Cc}/u.test(name) ? null : name;
}

/** Only where the provider says, next to it, that it was verified. */
function emailIn(told: Told): string | null {
  const { email, email_verified: isVerified } = told as { email?: unknown; email_verified?: unknown };
  if (typeof email !== 'string' || isVerified !== true) return null;
  const address = email.toLowerCase();
  return ADDRESS.test(address) ? address : null;
}

/** A number that is too large for any moment makes one that is neither before nor after another. */
function hasBegun(moment: Date, now: Date): boolean {
  return moment <= later(now, TOLERANCE);
}

function momentOf(seconds: number): Date {
  return new Date(seconds * SECOND);
}

function refused(code: UpstreamRefusal): { readonly kind: 'refused'; readonly code: UpstreamRefusal } {
  return { kind: 'refused', code };
}
