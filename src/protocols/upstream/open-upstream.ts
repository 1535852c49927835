import { createHash } from 'node:crypto';
import { buildAuthorizationUrl } from 'openid-client';
import type { BoundedFetch } from '../../base/bounded-fetch.ts';
import type { Redacted } from '../../base/redacted.ts';
import type { Clock } from '../../base/time.ts';
import type { OpenIdProvider } from '../../domain/login-means/index.ts';
import type { Upstream, UpstreamOutcome, UpstreamRequest, UpstreamWish } from '../../login/index.ts';
import { type ClientKeys, readClientKeys } from './client-keys.ts';
import { openConversation } from './conversation.ts';
import { openDiscovery, type ProviderDocument } from './discovery.ts';
import { openKeySets } from './key-sets.ts';
import { levelsToAsk } from './levels.ts';
import { isIncomplete, readClaims } from './read-claims.ts';
import { outcomeOfFailure } from './receive-failure.ts';

/** What the client of OpenID providers needs from the world, and who it is. */
export type UpstreamOptions = {
  readonly fetch: BoundedFetch;
  readonly clock: Clock;
  /** Of our own pages: where providers send people back to. */
  readonly origin: string;
  /** Only where providers are on this machine: the demo, and tests. */
  readonly allowsPlainHttp: boolean;
};

const LONGEST_SEARCH = 8192;

/** Opens Sluis as a client of OpenID providers. What it remembers are their documents and keys. */
export function openUpstream({ fetch, clock, origin, allowsPlainHttp }: UpstreamOptions): Upstream {
  const discover = openDiscovery(fetch, clock);
  const keySets = openKeySets(fetch, clock);
  const clientKeys = openClientKeys();
  const callbackOf = ({ code }: OpenIdProvider): string => `${origin}/means/${code}/callback`;

  async function converse(provider: OpenIdProvider) {
    const keys = await clientKeys(provider.keys);
    if (keys === null) return { kind: 'unavailable', reason: 'client-keys' } as const;
    const discovered = await discover(provider);
    if (discovered.kind === 'unavailable') return discovered;
    const { value: document } = discovered;
    const world = { fetch, clock, keySets, allowsPlainHttp };
    return { kind: 'open', document, ...openConversation(world, provider, document, keys) } as const;
  }

  return {
    async depart(provider, request, wish) {
      const conversation = await converse(provider);
      if (conversation.kind === 'unavailable') return conversation;
      const { configuration, document } = conversation;
      const parameters = parametersOf(provider, request, { wish, document, callback: callbackOf(provider) });
      try {
        return { kind: 'ready', url: buildAuthorizationUrl(configuration, parameters).href };
      } catch {
        // Its address is no web address, or not https.
        return { kind: 'unavailable', reason: 'authorization-endpoint' };
      }
    },

    async receive(provider, request, search): Promise<UpstreamOutcome> {
      if (!isPlainAnswer(search)) return { kind: 'refused', code: 'upstream.form' };
      // An answer at the address of one provider to the request at another one is a mix-up (RFC 9207).
      if (request.provider !== provider.code) return { kind: 'refused', code: 'upstream.state' };
      const conversation = await converse(provider);
      if (conversation.kind === 'unavailable') return conversation;
      const callback = new URL(callbackOf(provider));
      callback.search = search;
      try {
        const { claims: token, accessToken } = await conversation.exchange(callback, request);
        const asksMore =
          isIncomplete(provider, token) && conversation.document.userinfo_endpoint !== undefined;
        const userinfo = asksMore ? await conversation.userinfo(accessToken, token.sub) : {};
        return readClaims(provider, request, { token, userinfo, now: clock() });
      } catch (error) {
        return outcomeOfFailure(error, { state: request.state, issuer: provider.issuer });
      }
    },
  };
}

/** Whether every reader sees the same answer in it, of the only flow that we ask for. */
function isPlainAnswer(search: string): boolean {
  if (search.length > LONGEST_SEARCH) return false;
  const names = [...new URLSearchParams(search).keys()];
  const isDoubled = names.some((name, place) => names.indexOf(name) !== place);
  return (
    !isDoubled && !names.some((name) => ['id_token', 'token', 'access_token', 'response'].includes(name))
  );
}

/** The keys of each provider, read once. */
function openClientKeys(): (keys: Redacted<string>) => Promise<ClientKeys | null> {
  const read = new WeakMap<Redacted<string>, Promise<ClientKeys | null>>();
  return (keys) => {
    const known = read.get(keys) ?? readClientKeys(keys.reveal());
    read.set(keys, known);
    return known;
  };
}

function parametersOf(
  { scopes, levels, proves, claims }: OpenIdProvider,
  { state, nonce, verifier, means, maxAgeSeconds }: UpstreamRequest,
  {
    wish,
    document,
    callback,
  }: { readonly wish: UpstreamWish; readonly document: ProviderDocument; readonly callback: string },
): Record<string, string> {
  const acrValues = levelsToAsk(levels, means, wish.assurance);
  const wanted = proves.kind === 'number' ? [proves.claim, claims.givenNames, claims.familyName] : [];
  const asked = Object.fromEntries(wanted.map((name) => [name, null]));
  return {
    redirect_uri: callback,
    scope: scopes.join(' '),
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(acrValues.length > 0 && { acr_values: acrValues.join(' ') }),
    ...(wish.isForced && { prompt: 'login' }),
    max_age: String(maxAgeSeconds),
    ...(wish.loginHint && { login_hint: wish.loginHint }),
    ...(wish.languages.length > 0 && { ui_locales: wish.languages.join(' ') }),
    ...(document.claims_parameter_supported &&
      wanted.length > 0 && { claims: JSON.stringify({ userinfo: asked, id_token: asked }) }),
  };
}
