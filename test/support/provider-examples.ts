import { generateKeyPairSync } from 'node:crypto';
import { Redacted } from '../../src/base/redacted.ts';
import type {
  LoginMeansCode,
  OpenIdProvider,
  ProviderCode,
  ProviderLevel,
} from '../../src/domain/login-means/index.ts';

/** The name of a provider, as files and addresses have it. */
export function providerCode(text: string): ProviderCode {
  return text as ProviderCode;
}

/** A level at which every answer counts that tells it. */
export function levelOf(means: LoginMeansCode, change: Partial<ProviderLevel> = {}): ProviderLevel {
  const acr = `urn:level:${means}`;
  return { acr, alsoTold: [], amr: [], means, assurance: 'substantial', ...change };
}

/** Private keys of a client, as a provider's description keeps them. */
export function clientKeys(modulusLength = 2048): Redacted<string> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength });
  return new Redacted(JSON.stringify({ keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one' }] }));
}

/** A federal login of made-up keys. */
export function federalProvider(change: Partial<OpenIdProvider> = {}): OpenIdProvider {
  return {
    code: providerCode('fas'),
    kind: 'openid',
    name: { en: 'Federal login' },
    hint: null,
    status: { kind: 'open' },
    validFrom: null,
    validUntil: null,
    issuer: 'https://fas.example',
    clientId: 'sluis',
    keys: new Redacted('{"keys":[]}'),
    assertionAudience: 'issuer',
    scopes: ['openid', 'profile'],
    levels: [levelOf('eid', { assurance: 'high' })],
    proves: { kind: 'number', claim: 'egovNRN' },
    claims: { givenNames: 'given_name', familyName: 'family_name' },
    signing: { idToken: ['RS256'], userinfo: [] },
    encryption: null,
    ...change,
  };
}
