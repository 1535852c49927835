import type { RequestView } from '../../domain/casework/index.ts';
import type { Frame } from '../ui/frame.ts';

/** After the end, a document is a reply like words are. */
export function maySend(view: RequestView): boolean {
  return view.mayUpload || view.reply?.isOpen === true;
}

/** What the page of documents is called, also by what leads there. */
export function documentsTitle({ words }: Frame, view: RequestView): string {
  return words.say(maySend(view) ? 'documents.title' : 'documents.own');
}
