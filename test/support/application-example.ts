import { Redacted } from '../../src/base/redacted.ts';
import type { ApplicationId, OidcApplication } from '../../src/domain/application/index.ts';

/** An application for enterprises, with rights that need no context. */
export function application(id: string, changes: Partial<OidcApplication> = {}): OidcApplication {
  return {
    id: id as ApplicationId,
    name: { en: id.toUpperCase() },
    protocol: 'oidc',
    secret: new Redacted('kept-secret-of-the-application'),
    jwks: null,
    clientAuthentication: ['client_secret_basic'],
    redirectUris: [`https://${id}.example/callback`],
    postLogoutRedirectUris: [],
    scopes: ['openid', 'vo'],
    openTo: [{ targetGroup: 'EA', level: 'organisation' }],
    assurance: 'substantial',
    loginMeans: ['eidashigh', 'eidassubstantial'],
    rights: ['live', 'ended', 'elsewhere'].map((code) => ({
      code,
      name: { en: code },
      description: null,
      contexts: ['Planaanvrager'],
      contextRequired: false,
    })),
    rightRequired: true,
    openToLegalRepresentatives: true,
    roleClaim: { scope: 'vo', name: `${id}_rol_3d`, format: '3d' },
    idTokenAlgorithm: 'RS256',
    confirmSharing: 'never',
    compatibility: { pkce: 'optional', issParameter: false, assertionAudience: ['issuer'] },
    homeUri: null,
    ...changes,
  };
}
