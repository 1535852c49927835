import type { Language } from '../../../base/language.ts';
import type { CalendarDate } from '../../../base/time.ts';
import type { Application } from '../../application/index.ts';
import type { DocumentId, DocumentRefusal, KeptDocument, PreparedDocument } from '../../documents/index.ts';
import type { OfficePlace } from '../case/change-case.ts';
import type { Case, CaseId, CaseMessage, RequestAnswers } from '../case/model.ts';
import type { Arrival } from '../case/ports.ts';
import type { Asked } from './asked.ts';

/** The pages of questions, in their order. Those that the eID answered already are left out, see `pagesFor`. */
export const questionPages = [
  'names',
  'birth',
  'sex',
  'nationality',
  'address',
  'document',
  'contact',
] as const;
export type QuestionPage = (typeof questionPages)[number];

/**
 * What was typed on one page; text from a form, not yet believed. Fields by page: names previousName-1..3, remark; birth
 * birthPlace (left out when the eID told it), birthCountry; sex sex; nationality nationality-1..3; address addressLines, postcode,
 * municipality, addressCountry; document documentType, documentNumber, documentCountry, documentExpires-day/-month/-year or
 * documentNoEnd; contact
 * email, telephone, language. Errors name the field, a date by its name without part. Submitting: agree. A reply: text.
 * Asking for a link: reference, email. Countries are two letters; a nationality may be its name or another code.
 */
export type TypedFields = Readonly<Record<string, string>>;

/** What was wrong with what was typed, per field of the form; the page says it in words. */
export type AnswerError = { readonly field: string; readonly code: AnswerErrorCode };
export type AnswerErrorCode =
  | 'empty'
  | 'choose'
  | 'too-long'
  | 'too-many'
  | 'letters'
  | 'not-a-date'
  | 'in-the-past'
  | 'expired'
  /** A date, and that there is none. */
  | 'both'
  | 'not-a-country'
  | 'not-an-email'
  | 'not-a-telephone'
  | 'not-a-document-number'
  | 'digits'
  | 'agree'
  | 'too-short'
  | 'not-right'
  | 'needs-eid';

/** Where one step of the request stands on the status page. */
export type StatusStep = {
  readonly step: 'received' | 'checked' | 'asked' | 'decision' | 'number' | 'access';
  readonly state: 'done' | 'now' | 'action-needed' | 'to-come' | 'stopped';
  readonly at: Date | null;
  readonly who: 'applicant' | 'agent' | 'second-agent' | 'office' | 'organisation';
};

/** All that the applicant may see of the own request: nothing of the register, of candidates, notes or agents' names. */
export type RequestView = {
  readonly case: CaseId;
  readonly reference: string;
  readonly version: number;
  readonly applicant: Case['applicant'];
  readonly answers: RequestAnswers;
  readonly application: Application | null;
  /** The pages of questions of this request, those still to answer, and whether all is answered and the e-mail proven. */
  readonly pages: readonly QuestionPage[];
  readonly unanswered: readonly QuestionPage[];
  readonly emailToConfirm: boolean;
  /** The last code did not reach the address that waits to be proven: its server refused the mail for good. */
  readonly codeCameBack: boolean;
  readonly openedAt: Date;
  readonly submittedAt: Date | null;
  readonly changedAt: Date;
  readonly stage:
    | { readonly kind: 'draft'; readonly keptUntil: CalendarDate }
    | { readonly kind: 'in-progress' }
    /** Everything that was asked for came, or the applicant said that there is no more: the agent goes on. */
    | { readonly kind: 'answered'; readonly at: Date }
    /** It had ended, the applicant replied, and somebody looks at it again. */
    | { readonly kind: 'replied'; readonly at: Date }
    | { readonly kind: 'action-needed'; readonly question: CaseMessage; readonly dueOn: CalendarDate }
    | { readonly kind: 'handed-over'; readonly office: string; readonly place?: OfficePlace | null }
    | { readonly kind: 'number-assigned' | 'linked'; readonly at: Date }
    | { readonly kind: 'refused'; readonly at: Date; readonly reason: string; readonly text: string }
    /** The number was named after all: nothing is left to do. */
    | { readonly kind: 'matched'; readonly at: Date }
    /** The eID that was linked is linked no more. */
    | { readonly kind: 'unlinked'; readonly at: Date; readonly text: string }
    /** Never sent, and not kept any longer. */
    | { readonly kind: 'draft-expired'; readonly at: Date }
    | { readonly kind: 'withdrawn' | 'expired'; readonly at: Date };
  /** The question that counts now, with everything in it and what of that has come; `null` when nothing is asked. */
  readonly asked: Asked | null;
  /** Files of this question that are still looked at. */
  readonly arriving: number;
  /** Until when a reply opens a request again that ended, and whether that is still possible; `null` when it never is. */
  readonly reply: { readonly until: CalendarDate; readonly isOpen: boolean } | null;
  /** Another request of the same eID that is under way. */
  readonly other: { readonly case: CaseId; readonly reference: string } | null;
  /** Whether a new request can be begun: this one ended without a number, and no other is under way. */
  readonly mayAskAgain: boolean;
  readonly steps: readonly StatusStep[];
  /** Working days that it usually takes, from live figures; `null` when too few were decided to tell. */
  readonly usualDays: number | null;
  /** What mails say of it: what is usual, or else the target. */
  readonly expectedDays: number;
  /** Messages both ways, oldest first. Agents appear as "an agent". */
  readonly messages: readonly CaseMessage[];
  readonly documents: readonly KeptDocument[];
  /** Documents may be sent now: a question asks for some, or the agent has not decided yet. */
  readonly mayUpload: boolean;
  readonly mayWithdraw: boolean;
  /** The number, when one was found or given and the person proved with the eID who they are (never by a link from a mail alone). */
  readonly number: string | null;
};

/** How somebody proved that the request is theirs: the number itself is shown to the eID alone. */
export type Proof = 'eid' | 'link';

export type KeptAnswer =
  | { readonly kind: 'kept'; readonly version: number }
  | { readonly kind: 'wrong'; readonly errors: readonly AnswerError[] }
  /** Changed in another window meanwhile: nothing of this was kept. */
  | { readonly kind: 'changed' }
  /** The request is not in a state in which this can be done (sent, decided, withdrawn). */
  | { readonly kind: 'not-now' };

/** The applicant's side of a case. Every call is one transaction. */
export type Requests = {
  /** `null` when there is no such case. */
  view(id: CaseId, proof: Proof): Promise<RequestView | null>;
  /** Keeps the answers of one page of a draft. */
  answer(id: CaseId, page: QuestionPage, typed: TypedFields, version: number): Promise<KeptAnswer>;
  /** Sends a fresh six-digit code to the e-mail address of the draft (or to a new one, see `changeContact`). */
  sendCode(id: CaseId): Promise<{ readonly kind: 'sent' | 'too-soon' | 'too-many' | 'not-now' }>;
  confirmEmail(
    id: CaseId,
    code: string,
  ): Promise<
    | { readonly kind: 'confirmed' }
    | { readonly kind: 'wrong'; readonly errors: readonly AnswerError[]; readonly triesLeft: number | null }
    | { readonly kind: 'not-now' }
  >;
  /** Sends the request; once, however often the button is pressed. */
  submit(
    id: CaseId,
    typed: TypedFields,
    version: number,
  ): Promise<KeptAnswer | { readonly kind: 'already-sent' } | { readonly kind: 'incomplete' }>;
  /**
   * Answers the open question, or writes a message when there is none (`step` `message` while there is one: the rest follows). After the
   * end, in time, it opens the request again.
   */
  reply(id: CaseId, typed: TypedFields): Promise<KeptAnswer>;
  /** A file came whole, and is looked at from now on. */
  beginUpload(id: CaseId): Promise<Arrival>;
  /** Keeps it; the last thing that was asked for is the answer. */
  addDocument(
    id: CaseId,
    document: PreparedDocument,
    kind: string,
    arrival?: Arrival,
  ): Promise<
    | { readonly kind: 'added'; readonly document: KeptDocument }
    | { readonly kind: 'refused'; readonly reason: DocumentRefusal }
    | { readonly kind: 'not-now' }
  >;
  /** A file was not taken: the trail tells why, for whoever has to explain it or sees an attack. */
  refuseDocument(id: CaseId, reason: DocumentRefusal, arrival?: Arrival): Promise<void>;
  removeDocument(id: CaseId, document: DocumentId): Promise<{ readonly kind: 'removed' | 'not-now' }>;
  /**
   * Changes telephone and language at once; the e-mail address only for who proved to be the person with the eID, and only after
   * its code came back: a code to the new address, a notice to the old.
   */
  changeContact(id: CaseId, typed: TypedFields, proof: Proof): Promise<KeptAnswer>;
  withdraw(id: CaseId): Promise<{ readonly kind: 'withdrawn' | 'not-now' }>;
  /**
   * Begins a new request with what was told in this one, which ended without a number; or leads to the one that the same eID has under way. Only
   * for who proved with the eID who they are.
   */
  askAgain(
    id: CaseId,
    proof: Proof,
  ): Promise<{ readonly kind: 'opened'; readonly case: CaseId } | { readonly kind: 'needs-eid' | 'not-now' }>;
  /**
   * Sends a link to the e-mail address of a request when reference and address belong together. The answer is the same whatever
   * is true, so that nobody learns which requests exist.
   */
  askForLink(
    typed: TypedFields,
    address: string,
    language: Language,
  ): Promise<
    { readonly kind: 'asked' } | { readonly kind: 'wrong'; readonly errors: readonly AnswerError[] }
  >;
  /** Whether a link still opens something; looking does not spend it. */
  isLinkAlive(token: string): Promise<boolean>;
  /** Which request a link leads or led to, used or not: only for who is there already. */
  caseOfLink(token: string): Promise<CaseId | null>;
  /** Opens by a link, once; `null` when it was used, ended or never was. */
  openByLink(token: string): Promise<CaseId | null>;
};
