import type { Language } from '../../../base/language.ts';
import type { CalendarDate } from '../../../base/time.ts';
import type { PersonIdentifier } from '../../identity-matching/index.ts';
import type { OrganisationId } from '../../organisation/index.ts';
import type { PersonId } from '../../person/index.ts';
import type { RegistrationReference } from '../../registration/index.ts';
import type { Office, OfficePlace } from './change-case.ts';
import type {
  Case,
  CaseDraft,
  CaseEvent,
  CaseId,
  CaseLock,
  CaseMessage,
  CaseNote,
  CaseState,
  DraftKind,
  LinkRemoval,
  Outcome,
  SavedList,
} from './model.ts';

/** Cases, each saved whole with the version that it had before. */
export type CaseStore = {
  find(id: CaseId): Promise<Case | null>;
  findByReference(reference: RegistrationReference): Promise<Case | null>;
  /** The same, and nobody else changes it before this transaction ends: what follows counts on what it finds. */
  hold(id: CaseId): Promise<Case | null>;
  /** A case that this office opened or that was handed to it; whatever else there is is not found, drafts neither. */
  findAtOffice(
    office: OrganisationId,
    by: { readonly id: CaseId } | { readonly reference: RegistrationReference },
  ): Promise<Case | null>;
  /** Cases that were handed over to an office of which only a typed name is known, by id. */
  withoutOffice(after: CaseId | null, limit: number): Promise<readonly CaseId[]>;
  /** The case that was opened by this form of a counter. */
  findByForm(form: string): Promise<Case | null>;
  /** The open case (draft to reopened) of an identity; there is at most one. */
  findOpenOf(identifier: PersonIdentifier): Promise<Case | null>;
  /** The newest case of an identity, open or closed. */
  findLastOf(identifier: PersonIdentifier): Promise<Case | null>;
  /** Adds a case; the same identity asking again gets the open one it already has, the same form of a counter its own. */
  add(
    one: Case,
    form?: string,
  ): Promise<{ readonly kind: 'added' } | { readonly kind: 'already-open'; readonly case: Case }>;
  /**
   * Saves when the stored version is still `case.version - 1`. The unit of work ends with `ChangedMeanwhile` when somebody was first, or
   * when it would be open again beside another open case of the same identity.
   */
  save(one: Case): Promise<void>;
  /** Cases with the same e-mail address or identity document, besides this one: a hint for agents, never a decision. */
  relatedTo(one: Case): Promise<readonly CaseRow[]>;
  /** The reference of an open request of before there were cases, and closes that request: its case goes on under it. */
  oldReferenceOf(identifier: PersonIdentifier): Promise<RegistrationReference | null>;
  /** Cases whose time has come: a reminder or expiry is due, or a draft is too old; the earliest first. */
  due(at: Date, limit: number): Promise<readonly CaseId[]>;
  /** One of them, locked against other workers; `null` when another is at it, or was. */
  takeDue(id: CaseId, at: Date): Promise<Case | null>;
  /** What time does to this case failed: it shows, and is not due before `until`. */
  setDutyAside(id: CaseId, at: Date, until: Date): Promise<void>;
  /** When `due` gives this case next. */
  lookAgain(id: CaseId, at: Date | null): Promise<void>;
};

/** The timeline of a case: appended to, never changed. */
export type CaseEventStore = {
  add(event: Omit<CaseEvent, 'id'>): Promise<void>;
  of(id: CaseId): Promise<readonly CaseEvent[]>;
};

/** A file that came while a case waited for an answer, and is being looked at. */
export type ArrivingFile = { readonly id: string; readonly at: Date };

/** Files on their way: what came in time counts, however long it takes to look at it. */
export type CaseArrivalStore = {
  add(arrival: ArrivingFile & { readonly case: CaseId; readonly question: string }): Promise<void>;
  /** It was kept, or it was no file that can be taken. */
  remove(id: string): Promise<void>;
  /** What came for this question and was neither kept nor refused: still looked at, or lost by a fault of ours. */
  of(id: CaseId, question: string): Promise<readonly ArrivingFile[]>;
};

export type CaseMessageStore = {
  add(message: CaseMessage): Promise<void>;
  of(id: CaseId): Promise<readonly CaseMessage[]>;
  markAnswered(message: string, at: Date): Promise<void>;
};

export type CaseNoteStore = {
  add(id: CaseId, note: CaseNote): Promise<void>;
  of(id: CaseId): Promise<readonly CaseNote[]>;
};

/** Texts that agents began: one of each kind, for who wrote it. */
export type CaseDraftStore = {
  keep(id: CaseId, agent: PersonId, draft: CaseDraft): Promise<void>;
  of(id: CaseId, agent: PersonId): Promise<readonly CaseDraft[]>;
  remove(id: CaseId, agent: PersonId, kind: DraftKind): Promise<void>;
  /** The case went on: what anybody began for it is of no use any more. */
  removeAll(id: CaseId): Promise<void>;
};

/** Who must not be linked by one person alone, out of these: whoever works with Sluis or manages who works for an organisation. */
export type EntrustedPeople = {
  among(persons: readonly PersonId[], at: Date): Promise<ReadonlySet<PersonId>>;
};

/** Where somebody whom Sluis knows can be reached: proven addresses of their own requests, and those of their work. */
export type KnownAddresses = {
  of(
    person: PersonId,
    except: CaseId | null,
    at: Date,
  ): Promise<readonly { readonly email: string; readonly language: Language | null }[]>;
};

/** Which cases of an office: the words of `search` are a reference, or parts of a name. */
export type OfficeFilter = {
  readonly list: 'open' | 'waiting' | 'done';
  readonly search: string;
  readonly page: number;
  readonly pageSize: number;
};
/** A case in the list of an office; `isHere` when the person has to come to this very office. */
export type OfficeRow = CaseRow & { readonly isHere: boolean };
export type OfficeCounts = Readonly<Record<OfficeFilter['list'], number>>;
export type OfficePage = {
  readonly rows: readonly OfficeRow[];
  readonly hasMore: boolean;
  readonly counts: OfficeCounts;
};

/** The cases of one office; those that are about the officer are not there. */
export type OfficeLists = {
  /** One row more than `pageSize` tells that there is another page. */
  list(office: OrganisationId, filter: OfficeFilter, own: OwnWords): Promise<readonly OfficeRow[]>;
  counts(office: OrganisationId, own: OwnWords): Promise<OfficeCounts>;
};
/** Who looks, and the words of `wordsOfMember` of that person. */
type OwnWords = { readonly person: PersonId; readonly about: readonly string[] };

export type OfficeDirectory = {
  /** Organisations with a live registration officer, by name. */
  offices(at: Date): Promise<readonly Office[]>;
};

/** Where registration offices are. */
export type OfficePlaceStore = {
  put(organisation: OrganisationId, place: OfficePlace): Promise<'added' | 'changed' | 'unchanged'>;
};

export type CaseLockStore = {
  /** Takes the lock when it is free, mine, or older than `staleBefore`; answers with whoever holds it afterwards. */
  take(id: CaseId, agent: PersonId, at: Date, staleBefore: Date): Promise<CaseLock>;
  /** Takes it whoever holds it. */
  force(id: CaseId, agent: PersonId, at: Date): Promise<CaseLock>;
  holder(id: CaseId, staleBefore: Date): Promise<CaseLock | null>;
  release(id: CaseId, agent: PersonId): Promise<void>;
};

/** One row of a list: nothing sealed is opened for it. */
export type CaseRow = {
  readonly id: CaseId;
  readonly reference: RegistrationReference;
  readonly name: string;
  readonly country: string;
  readonly origin: Case['origin'];
  readonly state: CaseState['kind'];
  readonly outcome: string | null;
  readonly language: Language;
  readonly assignee: PersonId | null;
  readonly submittedAt: Date | null;
  readonly targetAt: Date | null;
  readonly dueOn: CalendarDate | null;
  readonly repliedAfter: Case['repliedAfter'];
  readonly changedAt: Date;
};

export const caseSortings = ['target', 'submitted', 'changed', 'name', 'country'] as const;
export type CaseSorting = (typeof caseSortings)[number];

/** From one day to another, both counted; `null` where there is no bound. */
export type DaySpan = { readonly from: CalendarDate | null; readonly until: CalendarDate | null };

/** Which cases to list: all that fit every given condition. Drafts are never listed. */
export type CaseFilter = {
  readonly list: 'mine' | 'unassigned' | 'all' | 'waiting' | 'to-confirm' | 'decided';
  readonly agent: PersonId;
  readonly states?: readonly CaseState['kind'][];
  readonly country?: string;
  readonly assignee?: PersonId;
  readonly language?: Language;
  readonly origin?: Case['origin'];
  /** Only cases past their target: never one that waits for the applicant. */
  readonly late?: boolean;
  readonly outcome?: Outcome['kind'];
  /** Sent on these days. */
  readonly received?: DaySpan;
  /** Decided on these days. */
  readonly decided?: DaySpan;
  /** A reference, or part of a name. */
  readonly search?: string;
  readonly sort: CaseSorting;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly at: Date;
};

/** `total` is counted up to a bound (`atLeast` says that there are more), so that the first page stays quick. */
export type CasePage = {
  readonly rows: readonly CaseRow[];
  readonly total: number;
  readonly atLeast: boolean;
};

export type CaseCounts = {
  readonly open: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly late: number;
  readonly waiting: number;
  readonly toConfirm: number;
  readonly decidedThisWeek: number;
};

/** Lists and counts for agents. */
export type CaseLists = {
  list(filter: CaseFilter): Promise<CasePage>;
  counts(agent: PersonId, at: Date): Promise<CaseCounts>;
  /**
   * The case that should be taken next: whose target comes first, so those past it before all others; not one that a colleague has
   * open, nor one about the agent. It is locked until the transaction ends, and skipped by others who ask.
   */
  next(agent: NextFor, at: Date): Promise<Case | null>;
  /** Working days that decided cases of the last thirty days took: the median; `null` when there were fewer than five. */
  usualDays(at: Date): Promise<number | null>;
  /** Everybody who holds or held a case, and everybody given by id: names for pages. */
  namesOf(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
  /** Countries that occur, for the filter. */
  countries(): Promise<readonly string[]>;
  /** Everybody who holds this right in this application now, by name. */
  agents(
    application: string,
    right: string,
    at: Date,
  ): Promise<readonly { readonly person: PersonId; readonly name: string }[]>;
};

/** For whom the next case is: the words of `wordsOfMember`, and cases that are known not to be theirs to handle. */
export type NextFor = {
  readonly person: PersonId;
  readonly about: readonly string[];
  readonly barred: readonly CaseId[];
};

export type SavedListStore = {
  of(agent: PersonId): Promise<readonly SavedList[]>;
  add(agent: PersonId, list: SavedList): Promise<void>;
  remove(agent: PersonId, id: string): Promise<void>;
};

export type LinkRemovalStore = {
  add(removal: LinkRemoval): Promise<{ readonly kind: 'added' | 'already-proposed' }>;
  find(id: string): Promise<LinkRemoval | null>;
  /** Wishes that nobody decided on, oldest first: 500 at most. */
  waiting(): Promise<readonly LinkRemoval[]>;
  /** Those of one case. */
  waitingAbout(id: CaseId): Promise<readonly LinkRemoval[]>;
  countWaiting(): Promise<number>;
  /** One conditional update: false when it was decided already. */
  decide(id: string, decided: NonNullable<LinkRemoval['decided']>): Promise<boolean>;
};

/** Codes that prove an e-mail address: six digits, fifteen minutes, five tries. */
export type EmailCodeStore = {
  /** Keeps the newest code of a case; `too-many` when too many were sent in an hour, `too-soon` within a minute. */
  keep(
    id: CaseId,
    email: string,
    code: string,
    at: Date,
  ): Promise<{ readonly kind: 'kept' | 'too-many' | 'too-soon' }>;
  /** Counts a try before it tells the outcome, so that guesses sent side by side cannot pass the bound together. */
  take(
    id: CaseId,
    email: string,
    code: string,
    at: Date,
  ): Promise<{ readonly kind: 'right' } | { readonly kind: 'wrong'; readonly triesLeft: number }>;
};

/** Links in mails that open a request without the eID: unguessable, kept as a hash, each opens once. */
export type AccessLinkStore = {
  keep(token: string, id: CaseId, expiresAt: Date): Promise<void>;
  /** Looks without using it: what mail scanners do must not spend the link. */
  find(token: string, at: Date): Promise<CaseId | null>;
  /** Which case a link leads or led to, used or not. Opens nothing. */
  caseOf(token: string): Promise<CaseId | null>;
  /** Single use: one conditional update. */
  take(token: string, at: Date): Promise<CaseId | null>;
  /** Ends all links of a case: its e-mail address changed. */
  endAll(id: CaseId, at: Date): Promise<void>;
  /**
   * Counts an asking for a link, per reference together with the e-mail address that was typed, and per network address; false
   * beyond a bound. Whoever types a wrong address uses up nothing of the right person's.
   */
  countAsking(asking: Asking, at: Date): Promise<boolean>;
};

/** Who asks for a link: what they typed, and from where. */
export type Asking = { readonly reference: string; readonly email: string; readonly address: string };
