import { type CaseNote, type CaseView, type DraftKind, draftKinds } from '../../../domain/casework/index.ts';

/** What this agent wrote last for this and did not use yet; `null` when there is nothing. */
export function draftOf({ drafts }: Pick<CaseView, 'drafts'>, kind: DraftKind): string | null {
  return drafts.find((each) => each.kind === kind)?.text ?? null;
}

/** Before drafts had a place of their own they were notes, with what they are for in the first line. Such notes are still there. */
export function readOldDraft({ text }: Pick<CaseNote, 'text'>): string | null {
  const found = /^\[draft: ([a-z-]+)(?: \+)?\]\r?\n([\s\S]*)$/.exec(text);
  return draftKinds.some((each) => each === found?.[1]) ? (found?.[2] ?? '') : null;
}
