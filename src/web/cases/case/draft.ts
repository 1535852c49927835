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

/** A note holds 2000 characters; a long text is kept in several, each but the first marked as going on. */
const MOST = 1900;

/** The notes that keep what somebody wrote: their first line says for what. */
export function writeDraft(kind: DraftKind, text: string): readonly string[] {
  const parts: string[] = [];
  for (let left = text; left !== ''; ) {
    const line = left.length > MOST ? left.lastIndexOf('\n', MOST) : left.length;
    const end = line > 0 ? line : MOST;
    parts.push(left.slice(0, end));
    left = left.slice(end).replace(/^\n/, '');
  }
  return parts.map((part, index) => `[draft: ${kind}${index === 0 ? '' : ' +'}]\n${part}`);
}

export type KeptText = { readonly kind: DraftKind; readonly text: string; readonly goesOn: boolean };

/** Reads whether a note keeps an unfinished text, and for what. */
export function readDraft({ text }: Pick<CaseNote, 'text'>): KeptText | null {
  const found = /^\[draft: ([a-z-]+)( \+)?\]\r?\n([\s\S]*)$/.exec(text);
  const kind = draftKinds.find((each) => each === found?.[1]);
  return kind === undefined ? null : { kind, text: found?.[3] ?? '', goesOn: found?.[2] !== undefined };
}

/** What this agent wrote last for this and did not use yet; `null` when there is nothing. */
export function draftOf({ notes, events }: CaseView, agent: PersonId, kind: DraftKind): string | null {
  const kept = notes
    .filter(({ by }) => by === agent)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .flatMap((note) => {
      const draft = readDraft(note);
      return draft?.kind === kind ? [{ ...draft, at: note.at }] : [];
    });
  const first = kept.findLastIndex(({ goesOn }) => !goesOn);
  const last = kept.at(-1);
  if (first === -1 || last === undefined) return null;
  if (events.some((event) => spent.includes(event.kind) && event.at > last.at)) return null;
  return kept
    .slice(first)
    .map(({ text }) => text)
    .join('\n');
}
