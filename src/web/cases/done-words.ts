import type { Words } from '../ui/words.ts';

/** What was done last, told on the next page. */
export const doneCodes = [
  'taken',
  'taken-over',
  'released',
  'linked',
  'proposed',
  'confirmed',
  'sent-back',
  'asked',
  'written',
  'handed-over',
  'refused',
  'reopened',
  'noted',
  'saved',
  'document-rejected',
  'removal-proposed',
  'removal-already-proposed',
] as const;
export type DoneCode = (typeof doneCodes)[number];

const endings: readonly string[] = [
  'released',
  'linked',
  'proposed',
  'confirmed',
  'sent-back',
  'asked',
  'handed-over',
  'refused',
] satisfies readonly DoneCode[];

/** Whether nothing is left to do with the case for now: the page leads on to the next one. */
export function endsWork(code: string | undefined): boolean {
  return endings.includes(code ?? '');
}

/** The words for what was done; `null` for whatever an address says besides. */
export function doneWords(words: Words, code: string | undefined): string | null {
  const known = doneCodes.find((each) => each === code);
  return known === undefined ? null : words.say(`case.done.${known}`);
}
