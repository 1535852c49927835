import type { Randomness } from '../../base/ports.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';
import type { AuditTrail } from '../../domain/audit/index.ts';
import type { EidasCountryStore, FetchMetadata } from '../../domain/eidas-country/index.ts';
import type { AttemptStore, AuthnRequestStore, ReceivedAnswerStore } from '../../login/index.ts';
import type { DecryptionKey, SigningKey } from '../saml/keys.ts';

/** The connector's keys: to sign with, to open with, and the certificates of them that others are told. */
export type EidasKeys = {
  readonly signing: SigningKey;
  /** Signing certificates to publish: the current one and those that overlap it. */
  readonly published: readonly string[];
  readonly decryption: readonly DecryptionKey[];
  /** Certificates to publish for encryption: what is retired still opens messages, but nobody should use it any more. */
  readonly encryptionCertificates: readonly string[];
};

/** What receiving answers keeps and reads, bound to one transaction. */
export type ReceptionStores = {
  readonly authnRequests: Pick<AuthnRequestStore, 'find' | 'take' | 'wereSeen' | 'rememberNew'>;
  readonly answers: Pick<ReceivedAnswerStore, 'find' | 'keep'>;
  readonly attempts: Pick<AttemptStore, 'find'>;
  readonly audit: AuditTrail;
};

/** What refreshing the metadata of countries needs; `now` is the moment of the whole round. */
export type RefreshPorts = {
  readonly now: Date;
  readonly fetch: FetchMetadata;
  readonly randomness: Pick<Randomness, 'bytes'>;
  readonly countries: Pick<EidasCountryStore, 'list' | 'metadataSince' | 'healthOf' | 'putHealth'>;
  readonly inTransaction: UnitOfWork<{
    readonly countries: Pick<EidasCountryStore, 'putMetadata'>;
    readonly audit: AuditTrail;
  }>;
};
