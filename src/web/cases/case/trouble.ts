import type { CaseEvent } from '../../../domain/casework/index.ts';
import type { FieldError } from '../../ui/form/error-summary.ts';
import type { KindOnForm } from '../refusals.ts';

/** Why a form could not be taken now although nothing in it was wrong. What was typed stays on the page. */
export type Obstacle =
  | { readonly kind: 'changed'; readonly since: readonly CaseEvent[] }
  | { readonly kind: Exclude<KindOnForm, 'changed'> | 'after-login' }
  | Unable;

/** Why a decision cannot be carried out. */
export type Unable =
  | { readonly kind: 'already-linked' | 'not-registered' | 'exhausted' }
  | { readonly kind: 'data-missing'; readonly missing: readonly string[] };

/** What went wrong with the form that is shown again. */
export type Trouble = { readonly errors: readonly FieldError[]; readonly obstacle: Obstacle | null };

export const noTrouble: Trouble = { errors: [], obstacle: null };
