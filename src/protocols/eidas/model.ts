import type { KeyObject, X509Certificate } from 'node:crypto';
import type { AssuranceLevel } from '../../domain/assurance/index.ts';
import type { CountryCode } from '../../domain/eidas-country/index.ts';
import type { PresentedIdentity } from '../../domain/identity-matching/index.ts';
import type { IssuedAuthnRequest } from '../../login/index.ts';
import type { DecryptionKey } from '../saml/keys.ts';
import type { RefusalCode } from './refusal-codes.ts';

/** A member state's eIDAS service, as its verified metadata describes it. */
export type ServiceMetadata = {
  readonly entityId: string;
  readonly country: CountryCode;
  readonly endpoints: { readonly redirect: string | null; readonly post: string | null };
  /** Certificates whose keys may sign for the service; more than one while it changes keys. */
  readonly signing: readonly X509Certificate[];
  /** Their public keys, in the same order, taken out once: Node parses a certificate's key anew each time it is asked. */
  readonly signingKeys: readonly KeyObject[];
  /** Certificates to encrypt for the service (not needed to answer it; kept for the other direction). */
  readonly encryption: readonly X509Certificate[];
  /** How many keys its metadata lists that are too weak to be used. */
  readonly weakKeys: number;
  readonly assurances: readonly { readonly level: AssuranceLevel; readonly notified: boolean }[];
  readonly protocolVersions: readonly string[];
  /** URIs of the attributes it publishes; empty when it publishes no list. */
  readonly attributes: readonly string[];
  readonly nameIdFormats: readonly string[];
  readonly requesterIdRequired: boolean;
  readonly validUntil: Date;
};

/** A request that went out, as far as its answer is held against it. */
export type AnsweredRequest = Omit<IssuedAuthnRequest, 'attempt' | 'answeredBy'> & {
  /** Whether only notified means were asked for. */
  readonly notifiedOnly: boolean;
};

/** What `readResponse` needs from outside. */
export type ResponsePorts = {
  /** The stored request of this id that belongs to this browser session; `null` when there is none. Does not use it up. */
  requestByResponse(inResponseTo: string): Promise<AnsweredRequest | null>;
  /**
   * Verified metadata of exactly this entity; parsing it anew for each response would cost more than the response. `inResponseTo` is what
   * the message says, not verified yet: of two countries with one entity it chooses the one that was asked.
   */
  metadataOf(entityId: string, inResponseTo: string | null): Promise<ServiceMetadata | null>;
  /** Uses the request up, atomically; false when it was used already. */
  takeRequest(id: string): Promise<boolean>;
  /** Remembers message ids until a moment; false when one was remembered already. */
  rememberMessage(ids: readonly string[], until: Date): Promise<boolean>;
  readonly connector: {
    readonly entityId: string;
    readonly acsUrl: string;
    readonly country: CountryCode;
    readonly decryptionKeys: readonly DecryptionKey[];
  };
  readonly at: Date;
  /** How far clocks may be apart; 60 seconds when left out. */
  readonly skewMilliseconds?: number;
};

/** Why a country's service says that it did not authenticate the person. */
export type FailureStatus =
  | 'cancelled'
  | 'failed'
  | 'level-too-low'
  | 'attribute-unavailable'
  | 'request-not-accepted'
  | 'service-error';

export type EidasOutcome =
  | {
      readonly kind: 'authenticated';
      readonly requestId: string;
      readonly identity: PresentedIdentity;
      readonly assurance: AssuranceLevel;
      readonly messageIds: readonly string[];
    }
  | { readonly kind: 'not-authenticated'; readonly requestId: string; readonly status: FailureStatus }
  | {
      readonly kind: 'refused';
      readonly requestId: string | null;
      readonly code: RefusalCode;
      /** Nothing is the matter with it but that it came too late: what people are, and no attack. */
      readonly isLate?: true;
      /** Who signed it, when that was another country than the one that was asked. */
      readonly signedBy?: CountryCode;
      /** The friendly name of a mandatory attribute that a genuine answer lacks. */
      readonly missing?: string;
    };
