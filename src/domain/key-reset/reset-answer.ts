import type { PersonId } from '../person/index.ts';
import type { KeyReset, KeyResetStanding } from './model.ts';

/** What is wrong with something that was typed, by field. */
export type KeyResetError = {
  readonly field: 'who' | 'reason' | 'comment';
  readonly code: 'empty' | 'too-short' | 'too-long' | 'unknown';
};

/** Why a member of staff cannot do what they asked for. */
export type KeyResetRefusal =
  | { readonly kind: 'wrong'; readonly errors: readonly KeyResetError[] }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unknown-reset' }
  /** It is about whoever asks. */
  | { readonly kind: 'own-case' }
  /** Whoever proposed it cannot agree to it. */
  | { readonly kind: 'own-decision' }
  /** It was decided, stopped or used meanwhile. */
  | { readonly kind: 'already-decided' }
  /** Sluis knows no address of the person: nobody could stop it, and no link could be sent. */
  | { readonly kind: 'no-address' };

/** A reset as a member of staff sees it. */
export type ShownReset = {
  readonly reset: KeyReset;
  readonly standing: KeyResetStanding;
  /** Names of the person, and of whoever proposed and decided. */
  readonly names: ReadonlyMap<PersonId, string>;
};
