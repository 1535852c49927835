import type { CalendarDate } from '../../base/time.ts';
import { checkGiving, type GivingQuestion } from './check-giving.ts';
import type { GivingRefusal, RightHeld, WishedRight } from './model.ts';

/** What a colleague has in one application, as far as somebody may give it, and what is left out and why. */
export type SameAs = {
  readonly rights: readonly WishedRight[];
  readonly leftOut: readonly { readonly right: string; readonly refusals: readonly GivingRefusal[] }[];
};

/**
 * Copies what a colleague has in the application that is asked about. Each right is judged by itself, and beside those before it that can be
 * given: one that cannot keeps no other out.
 */
export function sameAs(
  question: Omit<GivingQuestion, 'wished'>,
  colleague: readonly RightHeld[],
  until: CalendarDate | null,
): SameAs {
  const contexts = new Map<string, readonly string[]>();
  for (const held of colleague) {
    if (held.application !== question.application.id) continue;
    const before = contexts.get(held.right) ?? [];
    contexts.set(held.right, [...new Set([...before, ...held.contexts])]);
  }
  let copied: SameAs = { rights: [], leftOut: [] };
  for (const [right, held] of contexts) {
    const wished = { right, contexts: held, until };
    const refusals = checkGiving({ ...question, wished: [...copied.rights, wished] }).filter(
      (refusal) => !('right' in refusal) || refusal.right === right,
    );
    copied =
      refusals.length === 0
        ? { ...copied, rights: [...copied.rights, wished] }
        : { ...copied, leftOut: [...copied.leftOut, { right, refusals }] };
  }
  return copied;
}
