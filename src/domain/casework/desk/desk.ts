import type { Language } from '../../../base/language.ts';
import type { CalendarDate } from '../../../base/time.ts';
import type { Candidate, ManualSearch } from '../../candidates/index.ts';
import type { DocumentId, KeptDocument } from '../../documents/index.ts';
import type { SentMail } from '../../notification/index.ts';
import type { NationalNumber, PersonId } from '../../person/index.ts';
import type { StaffMember } from '../../staff/index.ts';
import type {
  Case,
  CaseDraft,
  CaseEvent,
  CaseId,
  CaseLock,
  CaseMessage,
  CaseNote,
  DraftKind,
  LinkRemoval,
  RefusalReason,
  SavedView,
  SecondReason,
} from '../case/model.ts';
import type { CaseCounts, CaseFilter, CasePage, CaseRow, OfficeFilter, OfficePage } from '../case/ports.ts';

/** Why something could not be done; each has its page or sentence. */
export type DeskRefusal =
  /** Somebody changed the case since it was opened: show what, let the agent look again. */
  | { readonly kind: 'changed'; readonly case: Case; readonly since: readonly CaseEvent[] }
  /** The case is not in a state in which this can be done. */
  | { readonly kind: 'not-now'; readonly state: Case['state']['kind'] }
  /** Another agent has it open. */
  | { readonly kind: 'locked'; readonly lock: CaseLock }
  | { readonly kind: 'own-decision' }
  /** The case is about the agent in person. */
  | { readonly kind: 'own-case' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unknown-case' }
  /** A text is missing, too short or too long: `field` is that of the form. */
  | { readonly kind: 'wrong'; readonly errors: readonly DeskError[] };
export type DeskError = {
  readonly field: string;
  readonly code:
    | 'empty'
    | 'choose'
    | 'too-short'
    | 'too-long'
    | 'not-a-date'
    | 'too-soon'
    | 'too-far'
    | 'not-a-number';
};

/** What a decision would lead to, checked before it is confirmed. */
export type DeskAnswer<More = object> = ({ readonly kind: 'done'; readonly case: Case } & More) | DeskRefusal;

/** Everything an agent sees of one case. Opening it takes the lock when it is free, and is an event of the timeline. */
export type CaseView = {
  readonly case: Case;
  readonly messages: readonly CaseMessage[];
  readonly documents: readonly KeptDocument[];
  readonly notes: readonly CaseNote[];
  readonly events: readonly CaseEvent[];
  readonly mails: readonly SentMail[];
  /** The same e-mail address or identity document in other cases. */
  readonly related: readonly CaseRow[];
  readonly lock: CaseLock | null;
  /** Whether this agent may change the case now, and if not why. */
  readonly mine: boolean;
  readonly removals: readonly LinkRemoval[];
  /** What this agent began and keeps for later. */
  readonly drafts: readonly CaseDraft[];
  /** Names of everybody that occurs, by id. */
  readonly names: ReadonlyMap<PersonId, string>;
};

/** A candidate with what agents must know besides. */
export type ShownCandidate = Candidate & {
  /** The person's number is linked to an eID already: which country, since when. */
  readonly linked: readonly { readonly link: string; readonly country: string; readonly since: Date }[];
  /** Why this agent may not link alone; empty when one is enough. */
  readonly needs: readonly SecondReason[];
};

/** Which list an agent sees, and which rows of it when not all are shown. */
export type ListLook = {
  readonly list: 'overview' | 'list' | 'assign' | 'second-check';
  readonly only?: readonly CaseId[];
};

/** The agents' side of casework. Every call is one transaction and says who acts. */
export type Desk = {
  counts(agent: StaffMember): Promise<CaseCounts>;
  list(
    agent: StaffMember,
    filter: Omit<CaseFilter, 'agent' | 'at'>,
    look?: ListLook,
  ): Promise<
    CasePage & { readonly names: ReadonlyMap<PersonId, string>; readonly countries: readonly string[] }
  >;
  /** Agents to whom a case can be assigned. */
  agents(agent: StaffMember): Promise<readonly { readonly person: PersonId; readonly name: string }[]>;
  takeNext(
    agent: StaffMember,
  ): Promise<{ readonly kind: 'taken'; readonly case: Case } | { readonly kind: 'none' }>;
  /** Assigns many at once; `taken` are those that somebody else had taken meanwhile, with whom. */
  assign(
    agent: StaffMember,
    cases: readonly CaseId[],
    to: PersonId,
  ): Promise<
    | {
        readonly assigned: readonly CaseId[];
        readonly taken: readonly { readonly case: CaseId; readonly by: PersonId | null }[];
        readonly names: ReadonlyMap<PersonId, string>;
      }
    | DeskRefusal
  >;
  release(agent: StaffMember, id: CaseId, version: number): Promise<DeskAnswer>;
  /** `page`: which page of the case is to be shown, in one word for the trail. */
  view(
    agent: StaffMember,
    id: CaseId,
    page?: string,
  ): Promise<{ readonly kind: 'view'; readonly view: CaseView } | DeskRefusal>;
  /** Takes over the lock and the case, with a reason that stands in the timeline. */
  takeOver(agent: StaffMember, id: CaseId, reason: string): Promise<DeskAnswer>;
  /** Candidates of the register, at most five, each with why it was found. An event of the timeline. */
  candidates(
    agent: StaffMember,
    id: CaseId,
  ): Promise<{ readonly kind: 'found'; readonly candidates: readonly ShownCandidate[] } | DeskRefusal>;
  /** Search by hand, with a reason that is kept. */
  search(
    agent: StaffMember,
    id: CaseId,
    search: ManualSearch,
    reason: string,
  ): Promise<{ readonly kind: 'found'; readonly candidates: readonly ShownCandidate[] } | DeskRefusal>;
  /** The number of a candidate in full, with a reason in the timeline; masked everywhere else. */
  revealNumber(agent: StaffMember, id: CaseId, number: NationalNumber, reason: string): Promise<DeskAnswer>;
  /**
   * Links to an existing person; where `ShownCandidate.needs` says why one agent is not enough, the case waits for a second one
   * afterwards, and the comment is its reason. `already-linked` when the identifier belongs to somebody else.
   */
  link(
    agent: StaffMember,
    id: CaseId,
    version: number,
    decision: {
      readonly number: NationalNumber;
      readonly comment: string;
      /** The agent saw that the person has another eID already, and says that it is the same person. */
      readonly despiteLink: boolean;
    },
  ): Promise<DeskAnswer | { readonly kind: 'already-linked' } | { readonly kind: 'not-registered' }>;
  /** Proposes a new number: a second agent confirms. */
  proposeNumber(
    agent: StaffMember,
    id: CaseId,
    version: number,
    decision: { readonly because: string; readonly checked: readonly string[] },
  ): Promise<DeskAnswer | { readonly kind: 'data-missing'; readonly missing: readonly string[] }>;
  /** The second agent agrees: the number is assigned, registered, linked and announced in one transaction. */
  confirm(
    agent: StaffMember,
    id: CaseId,
    version: number,
  ): Promise<
    | DeskAnswer
    | { readonly kind: 'already-linked' }
    | { readonly kind: 'exhausted' }
    | { readonly kind: 'not-registered' }
  >;
  sendBack(agent: StaffMember, id: CaseId, version: number, comment: string): Promise<DeskAnswer>;
  ask(
    agent: StaffMember,
    id: CaseId,
    version: number,
    question: {
      readonly template: string;
      readonly text: string;
      readonly documents: readonly string[];
      /** `YYYY-MM-DD`, as typed. */
      readonly dueOn: string;
    },
  ): Promise<DeskAnswer>;
  /** A message that asks for nothing. */
  write(agent: StaffMember, id: CaseId, version: number, text: string): Promise<DeskAnswer>;
  handOver(
    agent: StaffMember,
    id: CaseId,
    version: number,
    office: string,
    reason: string,
  ): Promise<DeskAnswer>;
  refuse(
    agent: StaffMember,
    id: CaseId,
    version: number,
    refusal: { readonly reason: RefusalReason; readonly text: string },
  ): Promise<DeskAnswer>;
  reopen(agent: StaffMember, id: CaseId, version: number, reason: string): Promise<DeskAnswer>;
  addNote(agent: StaffMember, id: CaseId, text: string): Promise<DeskAnswer>;
  /** Keeps what an agent wrote, to go on with later: one text for each form, until the case goes on. */
  keepDraft(
    agent: StaffMember,
    id: CaseId,
    draft: { readonly kind: DraftKind; readonly text: string },
  ): Promise<DeskAnswer>;
  /** Reads one page of a document for an agent: an event of the timeline and of the trail. `page` from 1. */
  viewDocument(
    agent: StaffMember,
    id: CaseId,
    document: DocumentId,
    page: number,
  ): Promise<{ readonly kind: 'page'; readonly type: string; readonly bytes: Uint8Array } | DeskRefusal>;
  rejectDocument(agent: StaffMember, id: CaseId, document: DocumentId, reason: string): Promise<DeskAnswer>;
  /** Links of the person of a decided case, and of somebody found by number (POSTed, with a reason). */
  linksOf(
    agent: StaffMember,
    search: { readonly case: CaseId } | { readonly number: NationalNumber; readonly reason: string },
  ): Promise<
    | {
        readonly kind: 'found';
        readonly person: PersonId | null;
        readonly name: string;
        readonly links: readonly {
          readonly link: string;
          readonly country: string;
          readonly since: Date;
          readonly source: string;
        }[];
      }
    | DeskRefusal
  >;
  proposeRemoval(
    agent: StaffMember,
    removal: {
      readonly link: string;
      readonly person: PersonId;
      readonly case: CaseId | null;
      readonly reason: string;
    },
  ): Promise<{ readonly kind: 'proposed' | 'already-proposed'; readonly id?: string } | DeskRefusal>;
  /** A second agent decides on the end of a link; the person is told by mail. */
  decideRemoval(
    agent: StaffMember,
    id: string,
    decision: { readonly remove: boolean; readonly comment: string },
  ): Promise<{ readonly kind: 'removed' | 'kept' | 'already-decided' } | DeskRefusal>;
  /** How many wishes to end a link wait for a second person. */
  countRemovals(agent: StaffMember): Promise<number>;
  /** Wishes that wait. `shown`: the one that is shown, or none at all where they are only counted. */
  removals(
    agent: StaffMember,
    shown?: { readonly only: string | null },
  ): Promise<{
    readonly removals: readonly LinkRemoval[];
    readonly names: ReadonlyMap<PersonId, string>;
  }>;
  views: {
    of(agent: StaffMember): Promise<readonly SavedView[]>;
    add(
      agent: StaffMember,
      name: string,
      query: string,
    ): Promise<
      { readonly kind: 'added' } | { readonly kind: 'wrong'; readonly errors: readonly DeskError[] }
    >;
    remove(agent: StaffMember, id: string): Promise<void>;
  };
  /** The text of a template for this case, filled in, in the applicant's language: what an agent starts from. */
  draftText(
    agent: StaffMember,
    id: CaseId,
    template: string,
    dueOn: CalendarDate,
  ): Promise<{ readonly kind: 'text'; readonly language: Language; readonly text: string } | DeskRefusal>;
};

/** The counter of a registration office: for people who cannot use eIDAS, or whom an agent sent there. */
export type Counter = {
  /** The cases of the officer's own office, but for those about the officer. An event says whom it showed. */
  list(officer: StaffMember, filter: Omit<OfficeFilter, 'pageSize'>): Promise<OfficePage>;
  /**
   * Opens a case from an identity document; sent to the agents at once. The field `once` holds a random UUID of the form: the same
   * form sent twice opens one case.
   */
  open(
    officer: StaffMember,
    typed: Readonly<Record<string, string>>,
  ): Promise<
    | { readonly kind: 'opened'; readonly case: Case }
    | {
        readonly kind: 'wrong';
        readonly errors: readonly { readonly field: string; readonly code: string }[];
      }
    | DeskRefusal
  >;
  /** A case that the office of this officer opened or was given; `null` for every other one, as for none at all. */
  findByReference(officer: StaffMember, reference: string): Promise<Case | null>;
  /** The case of a page that was opened before, by the same rule. */
  find(officer: StaffMember, id: CaseId): Promise<Case | null>;
  /**
   * Records the number that was given on the spot for a case that was handed over: matched exactly against the register. Where one
   * person is not enough it asks for `because` (`second-needed`), and the case waits for an agent afterwards.
   */
  recordNumber(
    officer: StaffMember,
    id: CaseId,
    version: number,
    recorded: { readonly number: NationalNumber; readonly because: string },
  ): Promise<
    | DeskAnswer
    | { readonly kind: 'second-needed'; readonly errors: readonly DeskError[] }
    | { readonly kind: 'not-registered' }
    | { readonly kind: 'data-differ' }
    | { readonly kind: 'already-linked' }
  >;
};
