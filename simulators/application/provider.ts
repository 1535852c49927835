import * as oidc from 'openid-client';
import type { ApplicationDescription, ClientCredentials, ReceivedClaims } from './model.ts';

/** The platform as this application knows it: read at the first login, and again when that failed. */
export type Provider = {
  authorizationUrl(
    request: PendingLogin & { readonly redirectUri: string; readonly language: string },
  ): Promise<URL>;
  finish(callback: URL, pending: PendingLogin): Promise<FinishedLogin>;
  endSessionUrl(parameters: Readonly<Record<string, string>>): Promise<URL>;
};

/** What one login under way must find again when it comes back. */
export type PendingLogin = { readonly state: string; readonly nonce: string; readonly verifier: string };
export type FinishedLogin = { readonly claims: ReceivedClaims; readonly idToken: string };

/**
 * An `openid-client` provider that is found when it is first needed, so that the application starts before the platform
 * and outlives its restarts.
 */
export function connectProvider(
  description: ApplicationDescription,
  issuer: string,
  credentials: ClientCredentials,
): Provider {
  let known: Promise<oidc.Configuration> | null = null;
  const configuration = () => {
    known ??= discover(description, issuer, credentials).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  return {
    async authorizationUrl(request) {
      const challenge = description.usePkce
        ? {
            code_challenge: await oidc.calculatePKCECodeChallenge(request.verifier),
            code_challenge_method: 'S256',
          }
        : {};
      return oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: request.redirectUri,
        scope: description.scopes.join(' '),
        state: request.state,
        nonce: request.nonce,
        ui_locales: request.language,
        ...challenge,
      });
    },
    async finish(callback, pending) {
      const found = await configuration();
      const tokens = await oidc.authorizationCodeGrant(found, callback, {
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        idTokenExpected: true,
        ...(description.usePkce ? { pkceCodeVerifier: pending.verifier } : {}),
      });
      const identity = tokens.claims();
      if (!identity || !tokens.id_token) throw new Error('the platform sent no id_token');
      const more = await oidc.fetchUserInfo(found, tokens.access_token, identity.sub);
      return { claims: { ...identity, ...more }, idToken: tokens.id_token };
    },
    async endSessionUrl(parameters) {
      return oidc.buildEndSessionUrl(await configuration(), parameters);
    },
  };
}

/** Fresh secrets for one login. */
export function newPendingLogin(): PendingLogin {
  return { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
}

function discover(description: ApplicationDescription, issuer: string, credentials: ClientCredentials) {
  const local = new URL(issuer).protocol === 'http:';
  return oidc.discovery(new URL(issuer), description.clientId, {}, clientAuthentication(credentials), {
    execute: local ? [oidc.allowInsecureRequests] : [],
    timeout: 10,
  });
}

function clientAuthentication(credentials: ClientCredentials): oidc.ClientAuth {
  switch (credentials.kind) {
    case 'client_secret_basic':
      return oidc.ClientSecretBasic(credentials.secret);
    case 'private_key_jwt':
      return oidc.PrivateKeyJwt({ key: credentials.key, kid: credentials.keyId });
    case 'none':
      return oidc.None();
  }
}
