import type { Brand } from '../../../base/brand.ts';
import type { Language } from '../../../base/language.ts';
import type { CalendarDate } from '../../../base/time.ts';
import type { WrittenDate } from '../../../base/typed/written-date.ts';
import type { ApplicationId } from '../../application/index.ts';
import type { PresentedIdentity } from '../../identity-matching/index.ts';
import type { OrganisationId } from '../../organisation/index.ts';
import type { Name, NationalNumberDigits, PersonId, Sex } from '../../person/index.ts';
import type { NumberUnknownReason, RegistrationReference } from '../../registration/index.ts';

/** The random internal id of a case: in addresses of agents, in audit events. The applicant only ever sees the reference. */
export type CaseId = Brand<string, 'CaseId'>;

/** A birth date of which parts may be unknown. */
export type PartialDate = WrittenDate;

/** Who asks for a number: what the eID proved, or what an officer read from an identity document. Never changed by answers. */
export type Applicant = {
  readonly familyName: Name;
  readonly givenNames: Name;
  readonly birthName: Name | null;
  readonly birthDate: PartialDate;
  /** The country of the eID, or the one that issued the document at the counter. */
  readonly country: string;
  /** What the eID presented; `null` for a case opened at a registration office. */
  readonly identity: PresentedIdentity | null;
};

export type ForeignAddress = {
  readonly lines: string;
  readonly postcode: string | null;
  readonly municipality: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
};

export const identityDocumentTypes = ['identity-card', 'passport', 'residence-permit'] as const;
export type IdentityDocumentType = (typeof identityDocumentTypes)[number];
export type IdentityDocument = {
  readonly type: IdentityDocumentType;
  readonly number: string;
  readonly issuedBy: string;
  /** `null` when there is no end date on it. */
  readonly expiresOn: CalendarDate | null;
};

/** What the applicant told besides. `null` means not answered yet; an empty list means "none". */
export type RequestAnswers = {
  readonly previousNames: readonly string[] | null;
  /** "This is wrong": what the eID delivered does not agree with the document. */
  readonly remark: string | null;
  readonly birthPlace: string | null;
  readonly birthCountry: string | null;
  readonly sex: Sex | null;
  readonly nationalities: readonly string[] | null;
  readonly address: ForeignAddress | null;
  readonly document: IdentityDocument | null;
  readonly email: string | null;
  /** When the code that was sent to `email` came back. */
  readonly emailConfirmedAt: Date | null;
  /** Another address, which replaces `email` when its code comes back. */
  readonly pendingEmail: string | null;
  readonly telephone: string | null;
  readonly language: Language;
};

/** Why one member of staff may not decide alone that somebody is a person of the register. */
export const secondReasons = ['data-differ', 'linked-already', 'staff', 'own-evidence'] as const;
export type SecondReason = (typeof secondReasons)[number];

/** What waits for a second member of staff. */
export type Proposal =
  | {
      readonly kind: 'link';
      readonly number: NationalNumberDigits;
      /** The name in the register, for pages and history. */
      readonly registeredName: string;
      /** Why it is this person all the same. */
      readonly because: string;
      /** What made a second person necessary. */
      readonly needs: readonly SecondReason[];
      /** The live links of that person when it was proposed: beside these, and no others, it was said to be the same person. */
      readonly beside: readonly string[];
      /** The name of the office whose officer proposed it; `null` when an agent did. */
      readonly counter: string | null;
    }
  | {
      readonly kind: 'new-number' /** Why none of the candidates is this person. */;
      readonly because: string;
    };

/** How a case ended for the applicant. */
export type Outcome =
  | { readonly kind: 'linked'; readonly number: NationalNumberDigits; readonly person: PersonId }
  | { readonly kind: 'new-number'; readonly number: NationalNumberDigits; readonly person: PersonId }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly text: string };

export const refusalReasons = ['not-identified', 'false-data', 'no-answer', 'duplicate', 'other'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/**
 * Where a case stands. Going on is only possible by the commands of `change-case.ts`, along `caseTransitions`. An `agent` is
 * the person who works on it.
 */
export type CaseState =
  /** The applicant has not sent it yet; no agent sees it. */
  | { readonly kind: 'draft' }
  | { readonly kind: 'new' }
  | { readonly kind: 'assigned'; readonly agent: PersonId }
  | {
      readonly kind: 'waiting';
      readonly agent: PersonId;
      readonly question: string;
      /** `null` for what was asked before this was kept. */
      readonly askedAt: Date | null;
      /** The last day on which an answer is in time. */
      readonly dueOn: CalendarDate;
      readonly remindedAt: Date | null;
    }
  | { readonly kind: 'answered'; readonly agent: PersonId; readonly answeredAt: Date }
  /** A second agent must agree: `agent` proposed it, an officer where it was proposed at a counter. */
  | {
      readonly kind: 'to-confirm';
      readonly agent: PersonId;
      readonly proposal: Proposal;
      readonly proposedAt: Date;
    }
  | {
      readonly kind: 'decided';
      readonly outcome: Outcome;
      readonly by: PersonId;
      readonly confirmedBy: PersonId | null;
      readonly at: Date;
    }
  | { readonly kind: 'withdrawn'; readonly at: Date }
  | { readonly kind: 'expired'; readonly at: Date }
  /** By a member of staff, or by what the applicant sent after the end: `null`. */
  | { readonly kind: 'reopened'; readonly by: PersonId | null; readonly at: Date }
  /** `office` is the name of `Case.handedTo`, as it was then. */
  | { readonly kind: 'handed-over'; readonly office: string; readonly by: PersonId; readonly at: Date };

export const caseStateKinds = [
  'draft',
  'new',
  'assigned',
  'waiting',
  'answered',
  'to-confirm',
  'decided',
  'withdrawn',
  'expired',
  'reopened',
  'handed-over',
] as const satisfies readonly CaseState['kind'][];

/** One request for a number, from the first question to the decision. */
export type Case = {
  readonly id: CaseId;
  readonly reference: RegistrationReference;
  /** Counts changes: saving a case that changed meanwhile is refused, and both sides are shown. */
  readonly version: number;
  readonly origin: 'eidas' | 'office';
  /** The registration office that opened it, and who there; `null` for a request by eID. */
  readonly openedBy: { readonly office: OrganisationId; readonly officer: PersonId } | null;
  /** The registration office that has it, or had it last when it was decided. */
  readonly handedTo: OrganisationId | null;
  readonly applicant: Applicant;
  readonly answers: RequestAnswers;
  readonly reason: NumberUnknownReason;
  /** Where the person wanted to go; `null` for a case of a registration office. */
  readonly application: ApplicationId | null;
  readonly state: CaseState;
  /** How it had ended when the applicant replied and it was opened again, the last time; `null` when that never happened. */
  readonly repliedAfter: CaseEnd | null;
  readonly openedAt: Date;
  readonly submittedAt: Date | null;
  /** By when an agent should have decided. */
  readonly targetAt: Date | null;
  readonly changedAt: Date;
};

/** Ends after which an applicant may still reply. */
export const caseEnds = ['refused', 'expired', 'withdrawn'] as const;
export type CaseEnd = (typeof caseEnds)[number];

export type CaseStateOf<Kind extends CaseState['kind']> = Extract<CaseState, { readonly kind: Kind }>;

/** A message between agent and applicant; a question has a due date and names the documents it asks for. */
export type CaseMessage = {
  readonly id: string;
  readonly case: CaseId;
  readonly from: { readonly kind: 'agent'; readonly agent: PersonId } | { readonly kind: 'applicant' };
  readonly text: string;
  readonly at: Date;
  readonly question: {
    readonly template: string;
    readonly documents: readonly string[];
    /** The last day to answer, as it was asked: a late reminder may have given more time since. */
    readonly dueOn: CalendarDate;
    readonly answeredAt: Date | null;
  } | null;
};

/** A note of agents among themselves. */
export type CaseNote = {
  readonly id: string;
  readonly by: PersonId;
  readonly at: Date;
  readonly text: string;
};

/** Forms about a case whose text an agent may keep for later. */
export const draftKinds = ['link', 'new-number', 'ask', 'hand-over', 'refuse', 'confirm', 'message'] as const;
export type DraftKind = (typeof draftKinds)[number];

/** A text that an agent began: one of each kind, read by nobody else. */
export type CaseDraft = { readonly kind: DraftKind; readonly text: string; readonly at: Date };

/** What happened to a case, for its timeline: written once, never changed. Views of sensitive data are among it. */
export type CaseEvent = {
  readonly id: string;
  readonly case: CaseId;
  readonly at: Date;
  readonly kind: CaseEventKind;
  readonly by: CaseActor;
  /** Free text (a reason, a comment), sealed where it is kept. */
  readonly text: string | null;
  /** Codes and counts only. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
};

export type CaseActor =
  | { readonly kind: 'agent'; readonly person: PersonId }
  | { readonly kind: 'officer'; readonly person: PersonId }
  | { readonly kind: 'applicant' }
  | { readonly kind: 'system' };

export const caseEventKinds = [
  'opened',
  'submitted',
  'assigned',
  'released',
  'taken-over',
  'candidates-viewed',
  'register-searched',
  'number-viewed',
  'document-viewed',
  'document-added',
  'document-rejected',
  'document-removed',
  'asked',
  'message-sent',
  'reminded',
  'answered',
  'contact-changed',
  'answers-changed',
  'proposed',
  'sent-back',
  'confirmed',
  'linked',
  'number-assigned',
  'refused',
  'withdrawn',
  'expired',
  'reopened',
  'handed-over',
  'note-added',
  'link-removal-proposed',
  'link-removed',
  'mail-bounced',
  'not-reached',
  'opened-by-link',
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];

/** A wish to end a link between an eID and a person: a second agent decides. */
export type LinkRemoval = {
  readonly id: string;
  readonly link: string;
  readonly case: CaseId | null;
  readonly person: PersonId;
  readonly country: string;
  readonly reason: string;
  readonly proposedBy: PersonId;
  readonly proposedAt: Date;
  readonly decided: {
    readonly kind: 'removed' | 'kept';
    readonly by: PersonId;
    readonly at: Date;
    readonly comment: string;
  } | null;
};

/** Who has the case open to work on it. Read-only for everybody else until they take over, with a reason. */
export type CaseLock = { readonly case: CaseId; readonly agent: PersonId; readonly seenAt: Date };

/** An agent's own named list of cases: the query of `/cases/list`, without the question mark. */
export type SavedList = { readonly id: string; readonly name: string; readonly query: string };
