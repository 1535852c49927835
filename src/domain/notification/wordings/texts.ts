import type { WordingKey } from '../template.ts';

/** Every wording in one language: the subject is its name in the list that agents pick from. */
export type WordingTexts = Readonly<Record<WordingKey, { readonly subject: string; readonly body: string }>>;
