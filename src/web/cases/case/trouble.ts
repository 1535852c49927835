import type { CaseEvent, DeskError, DeskRefusal } from '../../../domain/casework/index.ts';
import type { PlainKey } from '../../texts/values.ts';
import type { FieldError } from '../../ui/form/error-summary.ts';
import type { Words } from '../../ui/words.ts';

/** Why a form could not be taken now although nothing in it was wrong. What was typed stays on the page. */
export type Obstacle =
  | { readonly kind: 'changed'; readonly since: readonly CaseEvent[] }
  | { readonly kind: 'locked' | 'not-now' | 'after-login' }
  | Unable;

/** Why a decision cannot be carried out. */
export type Unable =
  | { readonly kind: 'already-linked' | 'not-registered' | 'exhausted' }
  | { readonly kind: 'data-missing'; readonly missing: readonly string[] };

/** What went wrong with the form that is shown again. */
export type Trouble = { readonly errors: readonly FieldError[]; readonly obstacle: Obstacle | null };

export const noTrouble: Trouble = { errors: [], obstacle: null };

/** Errors that are said in their own words; every other one has the words of its code. */
const ownWords: Readonly<Record<string, PlainKey>> = {
  'decision choose': 'case.error.decision',
  'template choose': 'case.error.reason.choose',
  'reason choose': 'case.error.reason.choose',
  'checked choose': 'case.error.checked',
  'reason empty': 'case.error.reason',
  'because empty': 'case.error.because',
  'comment empty': 'case.error.comment',
  'text empty': 'case.error.text',
  'note empty': 'case.error.note',
  'office empty': 'case.error.office',
  'number empty': 'case.error.number',
  'dueOn empty': 'case.error.dueOn',
  'link choose': 'case.error.link.choose',
  'office choose': 'case.error.office',
  'despiteLink choose': 'case.error.despiteLink',
  'familyName empty': 'case.error.search',
  'familyName too-short': 'case.error.search',
};

/** Says errors of a form in words, each at its field. */
export function errorsInWords(words: Words, errors: readonly DeskError[]): readonly FieldError[] {
  return errors.map(({ field, code }) => ({
    field,
    id: field === 'dueOn' || field === 'birthDate' ? `${field}-day` : field,
    text: words.say(ownWords[`${field} ${code}`] ?? `case.error.${code}`),
  }));
}

/** Whether a refusal leaves the form on the page, and why. */
export function obstacleOf(refusal: DeskRefusal): { readonly kind: 'changed' | 'locked' | 'not-now' } | null {
  switch (refusal.kind) {
    case 'changed':
    case 'locked':
    case 'not-now':
      return { kind: refusal.kind };
    default:
      return null;
  }
}
