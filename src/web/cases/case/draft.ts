import type { CaseEventKind, CaseNote, CaseView } from '../../../domain/casework/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';

/** Texts of agents that can be kept as a note, to go on with later. */
export const draftKinds = ['link', 'new-number', 'ask', 'hand-over', 'refuse', 'confirm', 'message'] as const;
export type DraftKind = (typeof draftKinds)[number];

/** After these a kept text is no longer offered: it was used, or the case went on. */
const spent: readonly CaseEventKind[] = [
  'asked',
  'message-sent',
  'proposed',
  'confirmed',
  'sent-back',
  'linked',
  'number-assigned',
  'refused',
  'handed-over',
  'reopened',
  'withdrawn',
  'expired',
];

/** The text of a note that keeps what somebody wrote: its first line says for what. */
export function writeDraft(kind: DraftKind, text: string): string {
  return `[draft: ${kind}]\n${text}`;
}

/** Reads whether a note keeps an unfinished text, and for what. */
export function readDraft({
  text,
}: Pick<CaseNote, 'text'>): { readonly kind: DraftKind; readonly text: string } | null {
  const found = /^\[draft: ([a-z-]+)\]\r?\n([\s\S]*)$/.exec(text);
  const kind = draftKinds.find((each) => each === found?.[1]);
  return kind === undefined ? null : { kind, text: found?.[2] ?? '' };
}

/** What this agent wrote last for this and did not use yet; `null` when there is nothing. */
export function draftOf({ notes, events }: CaseView, agent: PersonId, kind: DraftKind): string | null {
  const drafts = notes.filter((note) => note.by === agent && readDraft(note)?.kind === kind);
  const last = drafts.reduce<CaseNote | null>(
    (newest, note) => (newest === null || note.at >= newest.at ? note : newest),
    null,
  );
  if (last === null || events.some((event) => spent.includes(event.kind) && event.at > last.at)) return null;
  return readDraft(last)?.text ?? null;
}
