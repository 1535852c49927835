import { createHash, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { CompactEncrypt, CompactSign, createLocalJWKSet, exportJWK, type JWK, jwtVerify } from 'jose';
import { Redacted } from '../../src/base/redacted.ts';
import type { OpenIdProvider } from '../../src/domain/login-means/index.ts';
import { federalProvider } from './provider-examples.ts';

export const LEVEL_500 = 'urn:be:fedict:iam:fas:citizen:Level500';
export const LEVEL_450 = 'urn:be:fedict:iam:fas:citizen:Level450';
export const LEVEL_400 = 'urn:be:fedict:iam:fas:citizen:Level400';

type Claims = Record<string, unknown>;
type Key = { readonly kid: string; readonly private: KeyObject; readonly public: JWK };

/** Our key that opens what providers encrypt: made once, because RSA keys are dear. */
const opening = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** What this provider does otherwise than an honest one; all of it may change between two logins. */
export type Twist = {
  /** Of the ID token. */
  claims: (honest: Claims) => Claims;
  header: (honest: Claims) => Claims;
  /** Makes the ID token instead of the provider. */
  token: ((claims: Claims) => Promise<string> | string) | null;
  userinfo: (honest: Claims) => Claims;
  tokenResponse: (honest: Claims) => unknown;
  document: (honest: Claims) => unknown;
  keySet: (honest: { keys: JWK[] }) => unknown;
  /** Answers in place of the provider at this path; false when it does not. */
  answer: (path: string, response: ServerResponse, request: IncomingMessage) => boolean;
  /** Whether the token endpoint looks at the verifier. */
  checksVerifier: boolean;
};

function honest(): Twist {
  return {
    claims: (claims) => claims,
    header: (header) => header,
    token: null,
    userinfo: (claims) => claims,
    tokenResponse: (body) => body,
    document: (body) => body,
    keySet: (body) => body,
    answer: () => false,
    checksVerifier: true,
  };
}

export async function makeKey(kid: string, kind: 'P-256' | 'RSA' = 'P-256'): Promise<Key> {
  const pair =
    kind === 'RSA'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: kind });
  const publicKey = {
    ...(await exportJWK(pair.publicKey)),
    kid,
    alg: kind === 'RSA' ? 'RS256' : 'ES256',
    use: 'sig',
  };
  return { kid, private: pair.privateKey, public: publicKey };
}

/** A compact JWS. */
export function sign(claims: Claims, key: Pick<Key, 'private'>, header: Claims): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader(header as { alg: string })
    .sign(key.private);
}

export type HostileProvider = Awaited<ReturnType<typeof openHostileProvider>>;

/** An OpenID provider on this machine that is honest until it is twisted. `at`: what its clock says. */
export async function openHostileProvider(at: () => Date = () => new Date()) {
  const seen: { path: string; body: URLSearchParams; headers: IncomingMessage['headers'] }[] = [];
  const codes = new Map<string, URLSearchParams>();
  const person: Claims = {
    sub: 'a7c1f0',
    egovNRN: '85.07.30-033.28',
    given_name: 'Jan',
    family_name: 'Peeters',
    email: 'Jan.Peeters@acme.example',
    email_verified: true,
  };
  const keys = [await makeKey('provider-1')];
  const own = await makeKey('sluis-1');
  const state = { twist: honest(), acr: LEVEL_500 as string | undefined, amr: ['eid'] as unknown };
  const server = createServer((request, response) => {
    void serve(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/op`;
  const clientKeys = createLocalJWKSet({ keys: [own.public] });

  function say(response: ServerResponse, body: unknown, status = 200): void {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', issuer).pathname.slice('/op'.length);
    const body = new URLSearchParams(await text(request));
    seen.push({ path, body, headers: request.headers });
    const { twist } = state;
    if (twist.answer(path, response, request)) return;
    switch (path) {
      case '/.well-known/openid-configuration':
        return say(response, twist.document(documentOf()));
      case '/keys':
        return say(response, twist.keySet({ keys: keys.map((key) => key.public) }));
      case '/token':
        return exchange(body, response);
      case '/userinfo':
        return say(response, twist.userinfo({ ...person }));
      default:
        return say(response, {}, 404);
    }
  }

  function documentOf(): Claims {
    return {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/keys`,
      authorization_response_iss_parameter_supported: true,
      code_challenge_methods_supported: ['S256'],
    };
  }

  async function exchange(body: URLSearchParams, response: ServerResponse): Promise<void> {
    const { twist } = state;
    const asked = codes.get(body.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    codes.delete(body.get('code') ?? '');
    if (!asked || (twist.checksVerifier && asked.get('code_challenge') !== challenge))
      return say(response, { error: 'invalid_grant' }, 400);
    try {
      await jwtVerify(body.get('client_assertion') ?? '', clientKeys, {
        audience: issuer,
        currentDate: at(),
      });
    } catch {
      return say(response, { error: 'invalid_client' }, 401);
    }
    const now = Math.floor(at().getTime() / 1000);
    const claims = twist.claims({
      iss: issuer,
      sub: person.sub,
      aud: 'sluis',
      iat: now,
      exp: now + 300,
      auth_time: now,
      nonce: asked.get('nonce'),
      acr: state.acr,
      amr: state.amr,
    });
    const token = twist.token ? await twist.token(claims) : await signed(claims);
    say(response, twist.tokenResponse({ access_token: 'opaque', token_type: 'Bearer', id_token: token }));
  }

  function signed(claims: Claims): Promise<string> {
    const [key] = keys;
    if (!key) throw new Error('a provider without keys');
    return sign(claims, key, state.twist.header({ alg: 'ES256', kid: key.kid }));
  }

  return {
    issuer,
    seen,
    keys,
    person,
    state,
    signed,
    /** Encrypts for us, as agreed. */
    encrypt: (
      jws: string,
      header: Claims = { alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT', kid: 'sluis-enc' },
    ) =>
      new CompactEncrypt(new TextEncoder().encode(jws))
        .setProtectedHeader(header as { alg: string; enc: string })
        .encrypt(opening.publicKey),
    /** The row of this provider. */
    async row(over: Partial<OpenIdProvider> = {}): Promise<OpenIdProvider> {
      const signingKey = { ...(await exportJWK(own.private)), kid: own.kid, alg: 'ES256', use: 'sig' };
      const openingKey = {
        ...(await exportJWK(opening.privateKey)),
        kid: 'sluis-enc',
        alg: 'RSA-OAEP-256',
        use: 'enc',
      };
      const level = { alsoTold: [], amr: [], assurance: 'high' } as const;
      return federalProvider({
        name: null,
        issuer,
        keys: new Redacted(JSON.stringify({ keys: [signingKey, openingKey] })),
        levels: [
          { ...level, acr: LEVEL_500, alsoTold: ['urn:be:fedict:iam:fas:Level500'], means: 'eid' },
          { ...level, acr: LEVEL_450, means: 'itsme' },
          { ...level, acr: LEVEL_400, means: 'csamtotp', assurance: 'substantial' },
        ],
        signing: { idToken: ['ES256'], userinfo: [] },
        ...over,
      });
    },
    /** What an honest provider sends the browser back with, once somebody logged in at this address. */
    logIn(url: string): URLSearchParams {
      const asked = new URL(url).searchParams;
      const code = randomBytes(16).toString('base64url');
      codes.set(code, asked);
      return new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer });
    },
    behave(): void {
      state.twist = honest();
      state.acr = LEVEL_500;
      state.amr = ['eid'];
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
