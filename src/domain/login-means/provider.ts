import type { Brand } from '../../base/brand.ts';
import type { LocalizedText } from '../../base/language.ts';
import type { Redacted } from '../../base/redacted.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { AssuranceLevel } from '../assurance/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { Closed, LoginMeansCode } from './model.ts';

/** The name of a provider of login means, as it stands in files and addresses: `fas`, `acme-idp`, `card`. */
export type ProviderCode = Brand<string, 'ProviderCode'>;

/** A time in which nobody can log in this way: told beforehand, or begun already (`from` is `null`). */
export type MeansClosure = Closed & { readonly from: Date | null };

type ProviderBase = {
  readonly code: ProviderCode;
  /** `null` leaves the words to Sluis. */
  readonly name: LocalizedText | null;
  readonly hint: LocalizedText | null;
  readonly status: { readonly kind: 'open' } | ({ readonly kind: 'closed' } & MeansClosure);
  /** The first day on which it can be used, and the first on which it cannot any more. */
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
};

const rsaSignatures = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const;
/** The signatures that can be agreed with a provider: asymmetric ones alone (RFC 8725, 3.1 and 3.2). */
export const signingAlgorithms = [...rsaSignatures, 'ES256', 'ES384', 'ES512', 'EdDSA'] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/** Whether a key of ours that says this of itself makes signatures; EdDSA has a newer name beside (RFC 9864). */
export function isForSignatures(algorithm: string): boolean {
  return [...signingAlgorithms, 'Ed25519'].includes(algorithm);
}

/** How the key of an encrypted answer may travel; neither by passwords nor by RSA PKCS#1 v1.5 (RFC 8725, 3.2). */
export const keyAlgorithms = [
  'RSA-OAEP',
  'RSA-OAEP-256',
  'ECDH-ES',
  'ECDH-ES+A128KW',
  'ECDH-ES+A256KW',
] as const;
export type KeyAlgorithm = (typeof keyAlgorithms)[number];

export const contentAlgorithms = ['A128GCM', 'A192GCM', 'A256GCM', 'A128CBC-HS256', 'A256CBC-HS512'] as const;
export type ContentAlgorithm = (typeof contentAlgorithms)[number];

/** One level that was agreed with a provider: how it is asked for, how an answer tells it, and what it counts for. */
export type ProviderLevel = {
  /** What is sent in `acr_values`, and stands in `acr` or among the `amr` of the answer. */
  readonly acr: string;
  /** Other names under which an answer tells the same level. */
  readonly alsoTold: readonly string[];
  /** What must stand among the `amr` for this means, where one level has several; none: any does. */
  readonly amr: readonly string[];
  readonly means: LoginMeansCode;
  /** Agreed with the provider; never above what the means can reach. */
  readonly assurance: AssuranceLevel;
};

/** What a login at the provider proves. */
export type ProviderProves =
  /** Who somebody is, by the national number in this claim. */
  | { readonly kind: 'number'; readonly claim: string }
  /** Only that an account of an organisation's staff is theirs. */
  | ({ readonly kind: 'account' } & BoundTo);

/** Whose staff log in by a provider: found by the domain of their mail address, for that organisation alone, and never above the level agreed. */
export type BoundTo = {
  readonly organisation: OrganisationId;
  readonly domains: readonly string[];
  readonly assurance: AssuranceLevel;
};

/** An OpenID provider that we are a client of: the federal login, or an organisation's own provider. */
export type OpenIdProvider = ProviderBase & {
  readonly kind: 'openid';
  readonly issuer: string;
  readonly clientId: string;
  /** Our private keys at this provider (a JWKS): the first that can sign signs, all that can decrypt do. */
  readonly keys: Redacted<string>;
  /** What `aud` of our `private_key_jwt` names. */
  readonly assertionAudience: 'issuer' | 'token-endpoint';
  readonly scopes: readonly string[];
  readonly levels: readonly ProviderLevel[];
  readonly proves: ProviderProves;
  readonly claims: { readonly givenNames: string; readonly familyName: string };
  /** The signatures that are taken; none for userinfo: it comes as plain JSON. */
  readonly signing: {
    readonly idToken: readonly SigningAlgorithm[];
    readonly userinfo: readonly SigningAlgorithm[];
  };
  /** How answers are encrypted to us; `null`: they are not. */
  readonly encryption: {
    readonly keys: readonly KeyAlgorithm[];
    readonly contents: readonly ContentAlgorithm[];
  } | null;
};

/** What a field of a certificate's subject or alternative names tells. */
export type CertificateMapping = {
  readonly means: 'eid' | 'tlsclient';
  readonly assurance: AssuranceLevel;
  /** Object identifiers of certificate policies, of which the certificate has at least one; none: any certificate. */
  readonly policies: readonly string[];
  /** Where the national number, or what an account is known by, stands. */
  readonly reads: { readonly kind: 'number' | 'account'; readonly field: string };
};

/** Certificates of people, of these authorities: eID cards and others. */
export type CertificateProvider = ProviderBase & {
  readonly kind: 'certificate';
  /** Certificates in PEM under which those of people are issued: the roots, and authorities between that a browser may not send. */
  readonly authorities: readonly string[];
  readonly intermediates: readonly string[];
  /** The first that fits a certificate counts. */
  readonly mappings: readonly CertificateMapping[];
  readonly revocation: {
    readonly ways: readonly ('ocsp' | 'crl')[];
    /** What holds when none of them answers. */
    readonly whenSilent: 'refuse' | 'accept-cached';
  };
};

/** Which passkeys are taken: all, those that never leave their device, or those of listed authenticators (AAGUID). */
export type PasskeyPolicy =
  | { readonly kind: 'any' }
  | { readonly kind: 'device-bound' }
  | { readonly kind: 'listed'; readonly authenticators: readonly string[] };

export type PasskeyProvider = ProviderBase & {
  readonly kind: 'passkey';
  readonly policy: PasskeyPolicy;
  /** Stricter for who has one of these rights. */
  readonly perRight: readonly {
    readonly application: string;
    readonly right: string;
    readonly policy: PasskeyPolicy;
  }[];
  /** Roots of authenticators in PEM, under which an attestation of a listed one must stand. */
  readonly attestationRoots: readonly string[];
};

/** What every installation has, and of which only the standing is described. */
export type PlainProvider = ProviderBase & { readonly kind: 'eidas' | 'app-code' | 'email-code' };

/** Where login means come from, as data: one row of `means apply`. */
export type MeansProvider = OpenIdProvider | CertificateProvider | PasskeyProvider | PlainProvider;

/** The providers that were described, whether they can be used or not. */
export type MeansProviderStore = {
  list(): Promise<readonly MeansProvider[]>;
  put(provider: MeansProvider): Promise<{ readonly kind: 'added' | 'changed' | 'unchanged' }>;
};
