import type { CorrelationCode } from '../../base/correlation.ts';
import type { Redacted } from '../../base/redacted.ts';
import type { AuditEventKind } from './kinds.ts';

/**
 * One thing that happened, in the envelope that stays: who, what, on whom, why, when, correlation code. Written in the same
 * transaction as what it tells. `actor` and `subject` are internal ids, never numbers or names; `details` holds codes and
 * counts, no personal data (identifiers of people go in `subject` and `concerned`).
 */
export type AuditEvent = {
  /** Past tense, `module.event`: `login.finished`, `identity-matching.linked`. All of them are in `kinds.ts`. */
  readonly kind: AuditEventKind;
  readonly actor: Actor;
  readonly subject: {
    readonly kind:
      | 'person'
      | 'organisation'
      | 'application'
      | 'country'
      | 'means-provider'
      | 'attempt'
      | 'key'
      | 'file'
      | 'case';
    readonly id: string;
  } | null;
  /** Everybody whom it shows, finds or changes, however many: by them it is found again. */
  readonly concerned?: readonly Concerned[];
  readonly purpose: string;
  /** Why, in the words of who did it; kept sealed. */
  readonly reason?: Redacted<string>;
  readonly details: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
  readonly correlation: CorrelationCode;
};

/** What an event tells; who did it, and the code that ties events together, are the same for all events of one act. */
export type EventContent = Pick<AuditEvent, 'kind' | 'subject' | 'purpose' | 'details'>;

/** How an event concerns somebody. */
export const concernedWays = {
  shown: 'a page told of them',
  listed: 'they stood in a list',
  candidate: 'the register was asked who somebody might be, and they were among the answers',
  searched: 'they were looked for, or found by a search of words',
  revealed: 'their national number was shown in full',
  changed: 'something of theirs was changed or decided',
  colleague: 'they were named as who works, or worked, on what was seen',
} as const satisfies Readonly<Record<string, string>>;
export type ConcernedWay = keyof typeof concernedWays;

/**
 * Somebody whom an event concerns: a person, the applicant of a case, who may be nobody's person yet, or whoever the register holds under a
 * number, which is kept as a keyed hash.
 */
export type Concerned = { readonly way: ConcernedWay } & (
  | { readonly person: string }
  | { readonly applicantOf: string }
  | { readonly number: Redacted<string> }
);

export type Actor =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'application'; readonly id: string }
  | { readonly kind: 'operator'; readonly id: string }
  | { readonly kind: 'country'; readonly id: string }
  | { readonly kind: 'system' }
  | { readonly kind: 'unknown' };

/** An event as kept: with its place in time and in the sequence that later sealing covers. */
export type KeptAuditEvent = Omit<AuditEvent, 'concerned' | 'reason'> & {
  readonly id: string;
  readonly at: Date;
};

/** An event that concerned somebody, with how. */
export type Look = KeptAuditEvent & {
  readonly ways: readonly ConcernedWay[];
  readonly reason: Redacted<string> | null;
};

/** Whom looks are asked about: a person, whoever has or had a number, or the applicant of a request. */
export type LookedAt =
  | { readonly person: string }
  | { readonly number: Redacted<string> }
  /** As `parseReference` read it. */
  | { readonly reference: string };
