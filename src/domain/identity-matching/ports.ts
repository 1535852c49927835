import type { CountryCode } from '../eidas-country/index.ts';
import type { PersonId } from '../person/index.ts';
import type { TryCounts } from './allowance-from.ts';
import type { AttemptBounds, Comparison, EidasLink, PersonIdentifier } from './model.ts';

/** Links between foreign identifiers and persons. One live link per (country, identifier), guaranteed by the store. */
export type EidasLinkStore = {
  findLive(country: CountryCode, identifier: PersonIdentifier): Promise<EidasLink | null>;
  find(id: string): Promise<EidasLink | null>;
  /** The live links of a person, oldest first. */
  liveOf(person: PersonId): Promise<readonly EidasLink[]>;
  /** The same, with the person locked until the transaction ends: two decisions about one person take turns. */
  lockLiveOf(person: PersonId): Promise<readonly EidasLink[]>;
  /** Keeps a new link; `already-linked` when somebody else was first. */
  add(
    link: EidasLink,
  ): Promise<{ readonly kind: 'added' } | { readonly kind: 'already-linked'; readonly link: EidasLink }>;
  end(id: string, at: Date, reason: string): Promise<void>;
};

/** Counts tries to name a number, per foreign identifier and per network address, and keeps the matching log. */
export type MatchingAttemptStore = {
  /** Counts this try before its outcome is known, under a lock, so that parallel tries cannot slip through. */
  countTry(
    identifier: PersonIdentifier,
    address: string,
    at: Date,
    bounds: AttemptBounds,
  ): Promise<TryCounts>;
  /** Tries in the window, without counting one. */
  triesOf(identifier: PersonIdentifier, address: string, at: Date, bounds: AttemptBounds): Promise<TryCounts>;
  /** A success takes back the tries of this identifier. */
  forget(identifier: PersonIdentifier): Promise<void>;
  /**
   * The matching log of Implementing Regulation (EU) 2025/846 article 5: values of both sides (kept sealed), outcome and
   * moment; removed after its retention period.
   */
  log(entry: MatchingLogEntry): Promise<void>;
};

export type MatchingLogEntry = {
  readonly at: Date;
  readonly country: CountryCode;
  readonly identifier: PersonIdentifier;
  readonly outcome: 'matched' | 'unmatched' | 'already-linked';
  readonly comparisons: readonly Comparison[];
  readonly presented: Readonly<Record<string, string | null>>;
  readonly registered: Readonly<Record<string, string | null>> | null;
  readonly correlation: string;
};
