import type { CorrelationCode } from '../../base/correlation.ts';
import type { AuditEventKind } from './kinds.ts';

/**
 * One thing that happened, in the envelope that stays: who, what, on whom, why, when, correlation code. Written in the same
 * transaction as what it tells. `actor` and `subject` are internal ids, never numbers or names; `details` holds codes and
 * counts, no personal data (identifiers of people go in `subject`).
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
      | 'attempt'
      | 'key'
      | 'file'
      | 'case';
    readonly id: string;
  } | null;
  readonly purpose: string;
  readonly details: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
  readonly correlation: CorrelationCode;
};

export type Actor =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'application'; readonly id: string }
  | { readonly kind: 'operator'; readonly id: string }
  | { readonly kind: 'country'; readonly id: string }
  | { readonly kind: 'system' }
  | { readonly kind: 'unknown' };

/** An event as kept: with its place in time and in the sequence that later sealing covers. */
export type KeptAuditEvent = AuditEvent & { readonly id: string; readonly at: Date };
