import type { MatchingLogEntry, PersonIdentifier } from '../identity-matching/index.ts';

/** One entry of the matching log as it is kept, with the moment after which it is removed. */
export type KeptMatching = Omit<MatchingLogEntry, 'identifier'> & { readonly removeAt: Date };

/** Why somebody's log leaves the house; the trail keeps which. */
export const exportReasons = ['asked-by-person', 'asked-by-supervisor', 'complaint', 'suspicion'] as const;
export type ExportReason = (typeof exportReasons)[number];

export const exportFormats = ['json', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * An entry as it leaves the house. What the register said is told only of an entry that matched: of any other it may be about
 * somebody else.
 */
export type ExportedMatching = {
  readonly at: string;
  readonly removedAfter: string;
  readonly country: string;
  readonly outcome: KeptMatching['outcome'];
  readonly reference: string;
  readonly compared: readonly {
    readonly field: string;
    readonly verdict: string | null;
    readonly presented: string | null;
    readonly registered: string | null;
  }[];
};

export type MatchingLogReader = {
  /** The log of these identifiers, oldest first; nothing that is past its time. */
  of(identifiers: readonly PersonIdentifier[], at: Date): Promise<readonly KeptMatching[]>;
};
