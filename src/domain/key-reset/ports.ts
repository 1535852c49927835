import type { CorrelationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import type { PersonId } from '../person/index.ts';
import type { KeyReset, KeyResetId, KeyResetSecret } from './model.ts';

/** Which of the two links a secret is of: the one that binds a key, or the one by which the holder says that it was not them. */
export type KeyResetLink = 'bind' | 'stop';

/** A person who says that they lost every key. */
export type LostKeyReport = {
  readonly reference: CorrelationCode;
  /** Whose address was typed; `null` where it is nobody's. */
  readonly person: PersonId | null;
  readonly language: Language;
  readonly at: Date;
};

/** Resets of keys. The secrets of links are never kept, only their hashes. */
export type KeyResetStore = {
  /** Keeps what somebody reported; from one network so many an hour. */
  report(
    report: LostKeyReport,
    network: string,
  ): Promise<{ readonly kind: 'kept' } | { readonly kind: 'too-many'; readonly until: Date }>;
  /** What was reported under this reference, and is not forgotten yet. */
  findReport(reference: CorrelationCode, at: Date): Promise<Omit<LostKeyReport, 'at'> | null>;
  /** A person has at most one reset under way: that one, where there is one already. */
  propose(
    reset: Pick<
      KeyReset,
      'id' | 'person' | 'reason' | 'language' | 'proposedBy' | 'proposedAt' | 'expiresAt'
    >,
  ): Promise<{ readonly kind: 'proposed' | 'already-proposed'; readonly id: KeyResetId }>;
  find(id: KeyResetId): Promise<KeyReset | null>;
  /** Held until this unit of work ends: who else decides on it at this moment waits, and finds it decided. */
  hold(id: KeyResetId): Promise<KeyReset | null>;
  findByLink(link: KeyResetLink, secret: KeyResetSecret): Promise<KeyReset | null>;
  holdByLink(link: KeyResetLink, secret: KeyResetSecret): Promise<KeyReset | null>;
  /** The one under way for a person, if there is one. */
  underWay(person: PersonId, at: Date): Promise<KeyReset | null>;
  /** Those under way first, then those that ended last. */
  list(): Promise<readonly KeyReset[]>;
  /** A second member of staff agreed. `stop`: of the link by which the holder stops it. */
  agree(
    id: KeyResetId,
    agreed: NonNullable<KeyReset['decided']> & {
      readonly opensAt: Date;
      readonly expiresAt: Date;
      readonly stop: KeyResetSecret;
    },
  ): Promise<void>;
  /** Those whose day has passed, and whose link was not mailed yet. */
  due(at: Date): Promise<readonly KeyResetId[]>;
  /** The link is on its way. */
  markSent(id: KeyResetId, bind: KeyResetSecret, at: Date): Promise<void>;
  /** `comment`: of a second member of staff who does not agree. */
  end(id: KeyResetId, ended: NonNullable<KeyReset['ended']> & { readonly comment?: string }): Promise<void>;
  /** Ends those that are over by time. */
  expire(at: Date): Promise<void>;
  nameOf(person: PersonId): Promise<string>;
};
