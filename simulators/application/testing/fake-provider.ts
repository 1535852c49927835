import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A provider that grants every code `good`, with the claims that the test set. */
export type FakeProvider = {
  readonly issuer: string;
  /** Claims of the next login. */
  claims: Readonly<Record<string, unknown>>;
  /** The last token request: its body and authorization header. */
  readonly last: { body: URLSearchParams; authorization: string | null };
  /** What the last authorization request asked: read by the test from the redirect. */
  expect(authorization: URL): void;
  close(): Promise<void>;
};

/** Opens it on a free port, or on `port` when a test lets it come back. */
export async function openFakeProvider(port = 0): Promise<FakeProvider> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const app = new Hono();
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) =>
    server.listening ? resolve() : server.once('listening', () => resolve()),
  );
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}/op`;
  let asked = new URLSearchParams();
  const fake: FakeProvider = {
    issuer,
    claims: { sub: 'a'.repeat(40) },
    last: { body: new URLSearchParams(), authorization: null },
    expect(authorization) {
      asked = authorization.searchParams;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
  app.get('/op/.well-known/openid-configuration', (context) =>
    context.json({
      issuer,
      authorization_endpoint: `${issuer}/v1/auth`,
      token_endpoint: `${issuer}/v1/token`,
      userinfo_endpoint: `${issuer}/v1/userinfo`,
      jwks_uri: `${issuer}/v1/keys`,
      end_session_endpoint: `${issuer}/v1/logout`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256', 'RS256'],
    }),
  );
  app.get('/op/v1/keys', async (context) =>
    context.json({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig' }] }),
  );
  app.get('/op/v1/userinfo', (context) => context.json(fake.claims));
  app.post('/op/v1/token', async (context) => {
    fake.last.body = new URLSearchParams(await context.req.text());
    fake.last.authorization = context.req.header('authorization') ?? null;
    const challenge = asked.get('code_challenge');
    const verifier = createHash('sha256')
      .update(fake.last.body.get('code_verifier') ?? '')
      .digest('base64url');
    const good = fake.last.body.get('code') === 'good' && (challenge === null || challenge === verifier);
    if (!good) return context.json({ error: 'invalid_grant' }, 400);
    const idToken = await new SignJWT({ ...fake.claims, nonce: asked.get('nonce') ?? undefined })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(issuer)
      .setAudience(asked.get('client_id') ?? '')
      .setIssuedAt()
      .setExpirationTime('5 minutes')
      .sign(privateKey);
    return context.json({ access_token: 'token', token_type: 'Bearer', expires_in: 3600, id_token: idToken });
  });
  return fake;
}
