import type { Surroundings, World } from '../../../base/unit-of-work.ts';
import { actsIn, declaringActs, type Moment } from '../../acting/index.ts';
import type { ApplicationStore } from '../../application/index.ts';
import type { AuditTrail } from '../../audit/index.ts';
import type { RegisterSearch } from '../../candidates/index.ts';
import type { DocumentStore } from '../../documents/index.ts';
import type { EidasCountryStore } from '../../eidas-country/index.ts';
import type { EidasLinkStore, MatchingAttemptStore } from '../../identity-matching/index.ts';
import type { MailSender, Outbox, SentMails, TemplateSource } from '../../notification/index.ts';
import type { NumberAuthority } from '../../number-authority/index.ts';
import type { EndingStore, PersonStore, PersonsRegister, RegisteredPerson } from '../../person/index.ts';
import type {
  AccessLinkStore,
  CaseArrivalStore,
  CaseDraftStore,
  CaseEventStore,
  CaseLists,
  CaseLockStore,
  CaseMessageStore,
  CaseNoteStore,
  CaseStore,
  EmailCodeStore,
  EntrustedPeople,
  KnownAddresses,
  LinkRemovalStore,
  OfficeDirectory,
  OfficeLists,
  SavedListStore,
} from './ports.ts';

/** The register as casework needs it: besides reading, whoever gets a new number is registered under it. */
export type WritableRegister = PersonsRegister & {
  addPerson(person: RegisteredPerson): Promise<{ readonly kind: 'added' | 'already-there' }>;
};

/** Everything casework keeps and reads, bound to one transaction. */
export type CaseworkStores = {
  readonly cases: CaseStore;
  readonly caseEvents: CaseEventStore;
  readonly caseArrivals: CaseArrivalStore;
  readonly caseMessages: CaseMessageStore;
  readonly caseNotes: CaseNoteStore;
  readonly caseDrafts: CaseDraftStore;
  readonly caseLocks: CaseLockStore;
  readonly caseLists: CaseLists;
  readonly savedLists: SavedListStore;
  readonly linkRemovals: LinkRemovalStore;
  readonly emailCodes: EmailCodeStore;
  readonly accessLinks: AccessLinkStore;
  readonly documents: DocumentStore;
  readonly templates: TemplateSource;
  readonly outbox: Outbox;
  readonly mails: SentMails;
  readonly audit: AuditTrail;
  readonly applications: ApplicationStore;
  readonly countries: EidasCountryStore;
  readonly persons: PersonStore;
  readonly register: WritableRegister;
  readonly links: EidasLinkStore;
  readonly endings: EndingStore;
  readonly matching: MatchingAttemptStore;
  readonly candidates: RegisterSearch;
  readonly numbers: NumberAuthority;
  readonly entrusted: EntrustedPeople;
  readonly addresses: KnownAddresses;
  readonly offices: OfficeDirectory;
  readonly officeLists: OfficeLists;
};

export type CaseworkSettings = {
  /** Where people reach the platform: links in mails begin with it. */
  readonly origin: string;
  /** Who writes the mails, and how to reach them. */
  readonly sender: MailSender;
  /** Whether mails may hold the national number itself. */
  readonly numberInMail: boolean;
  /** Working days in which a case should be decided. */
  readonly targetWorkingDays: number;
  /** How many days are left to answer when the applicant is reminded. */
  readonly remindBeforeDays: number;
  readonly draftDays: number;
  /** How many days the link in a mail opens the request. */
  readonly linkDays: number;
  /** After how long nobody is believed to be at work on a case any more. */
  readonly lockMilliseconds: number;
  /** How long documents stay after a decision: the time in which it can be disputed. */
  readonly documentMilliseconds: number;
  /** For how many days after its end a reply opens a request again. */
  readonly replyDays: number;
};

/** One transaction at one moment, with the stores that an act or a step of it names. */
export type Context<Needs extends readonly (keyof CaseworkStores)[]> = Moment<
  Surroundings<CaseworkSettings>,
  CaseworkStores,
  Needs
>;

/** Declares an act of casework, with the stores that it needs. */
export const act = declaringActs<Surroundings<CaseworkSettings>, CaseworkStores>();

/** Runs acts of casework in this world: each call is one transaction at one moment. */
export function bindActs(world: World<CaseworkStores, CaseworkSettings>) {
  return actsIn<Surroundings<CaseworkSettings>, CaseworkStores>(world);
}
