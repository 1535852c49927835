import type { Language } from '../../base/language.ts';
import type { DocumentKind } from '../documents/index.ts';
import { mailText } from './mail-texts.ts';

/** What an answer can consist of: documents, and words. */
export type AskedFor =
  | { readonly kind: 'document'; readonly document: DocumentKind }
  | { readonly kind: 'words' | 'answer' };

/** What was asked for, each on a line of its own, by the names that it has on the page where it is sent. */
export function writeAsked(things: readonly AskedFor[], language: Language): string {
  const name = (thing: AskedFor) =>
    mailText(`asked.${thing.kind === 'document' ? thing.document : 'words'}`, language);
  return things.map((thing) => `– ${name(thing)}`).join('\n');
}
