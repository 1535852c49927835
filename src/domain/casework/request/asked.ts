import { MINUTE } from '../../../base/time.ts';
import type { DocumentKind, KeptDocument } from '../../documents/index.ts';
import type { Case, CaseMessage } from '../case/model.ts';

/** One thing that an agent asked for. It has arrived once it came after the question, and nobody took it back or refused it. */
export type AskedThing =
  | { readonly kind: 'document'; readonly document: DocumentKind; readonly arrivedAt: Date | null }
  | { readonly kind: 'words'; readonly arrivedAt: Date | null }
  /** No document was named: words or a file, whatever comes. */
  | { readonly kind: 'answer'; readonly arrivedAt: Date | null };

/** A question with what became of everything in it. */
export type Asked = { readonly question: CaseMessage; readonly things: readonly AskedThing[] };

type Sent = {
  readonly messages: readonly CaseMessage[];
  readonly documents: readonly KeptDocument[];
};

/** Longer than any file is looked at: what is not kept by then never will be. */
export const longestLook = 10 * MINUTE;

/** Wordings that ask to write something, whatever documents they ask for besides. */
const inWords: readonly string[] = ['ask-birth-place', 'ask-previous-name', 'ask-address'];

/** What this question asks for, each with when it came. */
export function thingsAsked(question: CaseMessage, sent: Sent): readonly AskedThing[] {
  const { template = '', documents = [] } = question.question ?? {};
  const files = sent.documents.filter((each) => each.question === question.id && isUsable(each));
  const words = wordsSince(question, sent.messages)?.at ?? null;
  if (documents.length === 0)
    return [{ kind: 'answer', arrivedAt: earliest(files[0]?.uploadedAt ?? null, words) }];
  const named = documents.map((kind): AskedThing => {
    const file = files.find((each) => each.kind === kind);
    return { kind: 'document', document: kind as DocumentKind, arrivedAt: file?.uploadedAt ?? null };
  });
  return inWords.includes(template) ? [...named, { kind: 'words', arrivedAt: words }] : named;
}

/** The question that counts now: the one that the case waits for, or else the last one. */
export function questionOf({ state }: Pick<Case, 'state'>, messages: readonly CaseMessage[]) {
  const asked = messages.filter(({ question }) => question !== null);
  if (state.kind !== 'waiting') return asked.at(-1) ?? null;
  const question = asked.find(({ id }) => id === state.question);
  if (!question) throw new Error('a case waits for the answer to a question that is not there');
  return question;
}

/** What has not come yet. */
export function missingOf(things: readonly AskedThing[]): readonly AskedThing[] {
  return things.filter(({ arrivedAt }) => arrivedAt === null);
}

/** Whether the applicant did anything about a question: what came and could not be used counts, what they took back does not. */
export function hasReactedTo(question: CaseMessage, { messages, documents }: Sent): boolean {
  return (
    wordsSince(question, messages) !== undefined ||
    documents.some((each) => each.question === question.id && each.removedWhy !== 'by-applicant')
  );
}

function isUsable({ removedAt, rejected, uploadedBy }: KeptDocument): boolean {
  return removedAt === null && rejected === null && uploadedBy === 'applicant';
}

function wordsSince(question: CaseMessage, messages: readonly CaseMessage[]): CaseMessage | undefined {
  return messages.find(({ from, at }) => from.kind === 'applicant' && at >= question.at);
}

function earliest(one: Date | null, other: Date | null): Date | null {
  return one !== null && other !== null && other < one ? other : (one ?? other);
}
