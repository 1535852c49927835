import type { CustomFetch, CustomFetchOptions } from 'openid-client';
import type { BoundedFetch, FetchedAnswer } from '../../base/bounded-fetch.ts';
import { parseJson } from '../../base/parse-json.ts';
import { SECOND } from '../../base/time.ts';
import type { OpenIdProvider } from '../../domain/login-means/index.ts';
import type { ClientKeys } from './client-keys.ts';
import type { ProviderDocument } from './discovery.ts';
import type { openKeySets } from './key-sets.ts';
import { openToken } from './open-token.ts';
import { ProviderAway, TokenRefused } from './receive-failure.ts';

const LONGEST = 131_072;
/** For all that one answer asks of a provider: a person waits. */
const PATIENCE = 10 * SECOND;

export type WireWorld = {
  readonly fetch: BoundedFetch;
  readonly keySets: ReturnType<typeof openKeySets>;
};

/**
 * How the certified client reaches a provider in one exchange: it sees tokens once they are opened and found to be of the forms that were
 * agreed, and the keys that fit the one that came last. Throws `ProviderAway` and `TokenRefused`, which the client hands on.
 */
export function openWire(
  { fetch, keySets }: WireWorld,
  { signing, encryption }: Pick<OpenIdProvider, 'signing' | 'encryption'>,
  document: ProviderDocument,
  keys: ClientKeys,
): CustomFetch {
  const deadline = Date.now() + PATIENCE;
  /** Of the token that was opened last. */
  let kid: string | null = null;

  async function ask(url: string, { method, headers, body }: CustomFetchOptions): Promise<Response> {
    const answer = await fetch({
      url,
      method: method === 'POST' ? 'POST' : 'GET',
      headers,
      body: body ? String(body) : null,
      longest: LONGEST,
      patience: Math.max(1, deadline - Date.now()),
    });
    if (answer.kind === 'failed') throw new ProviderAway(answer.reason);
    if (answer.status >= 500) throw new ProviderAway('status');
    return responseOf(answer);
  }

  async function opened(token: string, algorithms: readonly string[]): Promise<string> {
    const outcome = await openToken(token, { signing: algorithms, encryption }, keys);
    if (outcome.kind === 'refused') throw new TokenRefused(outcome.code);
    kid = outcome.kid;
    return outcome.jws;
  }

  async function askForTokens(url: string, options: CustomFetchOptions): Promise<Response> {
    const response = await ask(url, options);
    if (response.status !== 200) return response;
    const text = await response.text();
    const json = parseJson(text);
    if (
      typeof json !== 'object' ||
      json === null ||
      !('id_token' in json) ||
      typeof json.id_token !== 'string'
    )
      return likeIt(response, text);
    return likeIt(
      response,
      JSON.stringify({ ...json, id_token: await opened(json.id_token, signing.idToken) }),
    );
  }

  async function askForUserinfo(url: string, options: CustomFetchOptions): Promise<Response> {
    const response = await ask(url, options);
    if (response.status !== 200) return response;
    const isToken = /^application\/jwt\b/i.test(response.headers.get('content-type') ?? '');
    if (isToken !== signing.userinfo.length > 0) throw new TokenRefused('upstream.userinfo');
    const text = await response.text();
    return likeIt(response, isToken ? await opened(text, signing.userinfo) : text);
  }

  async function askForKeys(): Promise<Response> {
    const set = await keySets(document.jwks_uri, kid);
    if (set.kind === 'unavailable') throw new ProviderAway(set.reason);
    return Response.json({ keys: set.value });
  }

  const keysAddress = new URL(document.jwks_uri).href;
  return (url, options) => {
    if (options.method === 'POST') return askForTokens(url, options);
    return url === keysAddress ? askForKeys() : askForUserinfo(url, options);
  };
}

function responseOf({ status, contentType, body }: Extract<FetchedAnswer, { kind: 'fetched' }>): Response {
  const hasBody = status !== 204 && status !== 205;
  return new Response(hasBody ? body : null, { status, headers: { 'content-type': contentType } });
}

function likeIt({ status, headers }: Response, body: string): Response {
  return new Response(body, { status, headers });
}
