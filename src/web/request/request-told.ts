import type { AnswerError } from '../../domain/casework/index.ts';
import type { DocumentRefusal } from '../../domain/documents/index.ts';

/** What a page of a request tells about a form that was not taken, in codes. */
export type RequestTold = {
  readonly errors?: readonly AnswerError[];
  /** Somebody changed the request in another window meanwhile. */
  readonly changed?: boolean;
  /** How often a code can still be tried. */
  readonly triesLeft?: number | null;
  /** It came too late and was kept until the person came back: nothing in it was looked at. */
  readonly afterLogin?: boolean;
  /** Why a document was not taken. */
  readonly document?: readonly DocumentFault[];
};

/** What was wrong with a document: with the file, or that it was not said what it is. */
export type DocumentFault = DocumentRefusal | 'choose' | 'kind';
