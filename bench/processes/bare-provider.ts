// `oidc-provider` by itself, with its own adapter in memory and a login that asks nothing: what the protocol costs at least.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { applications, callback, scopes, secret } from '../world/people.ts';

const claims = {
  sub: '0123456789abcdef0123456789abcdef01234567',
  given_name: 'Anna',
  family_name: 'Musterfrau',
  rrn: '10010100118',
  vo_id: '5c1bd9b1-0d4f-4a5e-8a0c-1f6f1f3ad101',
  vo_doelgroepcode: 'EA',
  vo_doelgroepnaam: 'Economische actoren',
  vo_orgcode: '0403170701',
  vo_orgnaam: 'Enterprise 0403170701',
  vo_email: 'anna@example.eu',
  klip_rol_3d: ['KLIPgebruiker-Planaanvrager:0403170701', 'KLIPgebruiker-Raadpleger:0403170701'],
};

const server = createServer();
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
const jwk = (key: KeyObject, alg: string) => ({
  ...key.export({ format: 'jwk' }),
  alg,
  use: 'sig',
  kid: alg,
});
const provider = new Provider(issuer, {
  clients: (['RS256', 'ES256'] as const).map((algorithm) => ({
    client_id: applications[algorithm].id,
    client_secret: secret,
    redirect_uris: [callback],
    response_types: ['code'] as const,
    grant_types: ['authorization_code'],
    id_token_signed_response_alg: algorithm,
  })),
  jwks: {
    keys: [
      jwk(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, 'RS256'),
      jwk(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, 'ES256'),
    ],
  },
  scopes: scopes.split(' '),
  claims: {
    openid: ['sub'],
    profile: ['given_name', 'family_name'],
    rrn: ['rrn'],
    vo: ['vo_id', 'vo_doelgroepcode', 'vo_doelgroepnaam', 'vo_orgcode', 'vo_orgnaam', 'vo_email'],
    klip: ['klip_rol_3d'],
  },
  conformIdTokenClaims: false,
  pkce: { required: () => false },
  features: { devInteractions: { enabled: false }, introspection: { enabled: true } },
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_context, accountId) => ({ accountId, claims: () => claims }),
});
const handle = provider.callback();
server.on('request', (request, response) => {
  if (!request.url?.startsWith('/interaction/')) return void handle(request, response);
  void logIn().catch((error: unknown) => response.writeHead(500).end(String(error)));

  async function logIn(): Promise<void> {
    const { params } = await provider.interactionDetails(request, response);
    const grant = new provider.Grant({ accountId: claims.sub, clientId: String(params.client_id) });
    grant.addOIDCScope(scopes);
    const result = { login: { accountId: claims.sub }, consent: { grantId: await grant.save() } };
    await provider.interactionFinished(request, response, result);
  }
});
process.stdout.write(`The bare provider serves ${issuer} .\n`);
process.on('SIGTERM', () => process.exit(0));
