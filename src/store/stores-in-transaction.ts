import type { RegisterSearch } from '../domain/candidates/index.ts';
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
  SavedViewStore,
} from '../domain/casework/index.ts';
import type { DocumentStore } from '../domain/documents/index.ts';
import type { JoinStore } from '../domain/joining/index.ts';
import type { MatchingLogReader } from '../domain/matching-log/index.ts';
import type { MailTemplateStore, SentMails } from '../domain/notification/index.ts';
import type { EndingStore } from '../domain/person/index.ts';
import type { LoginStores, WebSessionStore } from '../login/index.ts';
import { auditIn } from './audit/audit.ts';
import { caseArrivalsIn } from './casework/case-arrivals.ts';
import { caseDraftsIn } from './casework/case-drafts.ts';
import { caseEventsIn } from './casework/case-events.ts';
import { caseListsIn } from './casework/case-lists.ts';
import { caseLocksIn } from './casework/case-locks.ts';
import { caseMessagesIn } from './casework/case-messages.ts';
import { caseNotesIn } from './casework/case-notes.ts';
import { caseViewsIn } from './casework/case-views.ts';
import { casesIn } from './casework/cases.ts';
import { emailCodesIn } from './casework/email-codes.ts';
import { knownAddressesIn } from './casework/known-addresses.ts';
import { linkRemovalsIn } from './casework/link-removals.ts';
import { matchingLogIn } from './casework/matching-log.ts';
import { officeListsIn } from './casework/office-lists.ts';
import { requestLinksIn } from './casework/request-links.ts';
import { documentsIn } from './documents/documents.ts';
import type { StoreContext } from './ground/context.ts';
import type { Change } from './ground/news.ts';
import { applicationsIn } from './login/applications.ts';
import { attemptsIn } from './login/attempts.ts';
import { type Caches, cachedApplications, cachedCountries } from './login/cached.ts';
import { countriesIn } from './login/countries.ts';
import { eidasAnswersIn } from './login/eidas-answers.ts';
import { eidasRequestsIn } from './login/eidas-requests.ts';
import { matchingTriesIn } from './login/matching-tries.ts';
import { lastUsedIn, sharingIn } from './login/preferences.ts';
import { webSessionsIn } from './login/web-sessions.ts';
import { mailTemplatesIn } from './mail/mail-templates.ts';
import { type JobOutbox, outboxIn } from './mail/outbox.ts';
import { sentMailsIn } from './mail/sent-mails.ts';
import { type OfficePlaceStore, officePlacesIn } from './organisations/office-places.ts';
import { organisationsIn } from './organisations/organisations.ts';
import { rightsIn } from './organisations/rights.ts';
import { entrustedIn, type StaffStore, staffIn } from './organisations/staff.ts';
import { addWorkRelationIn } from './organisations/work-relations.ts';
import { endingsIn } from './persons/endings.ts';
import { personJoinsIn } from './persons/joins/person-joins.ts';
import { linksIn, type StoredLinks } from './persons/links.ts';
import { type EmbeddedNumberAuthority, numberAuthorityIn } from './persons/numbers/number-authority.ts';
import { personsIn, type StoredPersons } from './persons/persons.ts';
import { candidatesIn } from './persons/register/candidates.ts';
import { type EmbeddedRegister, registerIn } from './persons/register/register.ts';

/** The stores of a login, and what only this store can do besides. */
export type StoresInTransaction = LoginStores & {
  readonly persons: StoredPersons;
  readonly register: EmbeddedRegister;
  /** Whoever an applicant might be, for the eyes of agents. */
  readonly candidates: RegisterSearch;
  readonly numbers: EmbeddedNumberAuthority;
  readonly links: StoredLinks;
  readonly joins: JoinStore;
  readonly outbox: JobOutbox;
  readonly mails: SentMails;
  readonly templates: MailTemplateStore;
  readonly documents: DocumentStore;
  readonly webSessions: WebSessionStore;
  readonly staff: StaffStore;
  readonly matchingLog: MatchingLogReader;
  readonly cases: CaseStore;
  readonly caseEvents: CaseEventStore;
  readonly caseArrivals: CaseArrivalStore;
  readonly caseMessages: CaseMessageStore;
  readonly caseNotes: CaseNoteStore;
  readonly caseDrafts: CaseDraftStore;
  readonly caseLocks: CaseLockStore;
  readonly caseLists: CaseLists;
  readonly caseViews: SavedViewStore;
  readonly linkRemovals: LinkRemovalStore;
  readonly endings: EndingStore;
  readonly emailCodes: EmailCodeStore;
  readonly accessLinks: AccessLinkStore;
  readonly entrusted: EntrustedPeople;
  readonly addresses: KnownAddresses;
  readonly offices: OfficeDirectory;
  readonly officeLists: OfficeLists;
  readonly officePlaces: OfficePlaceStore;
};

/** All stores on the connection of this context. `changed` collects what the caches must forget after the commit. */
export function storesIn(context: StoreContext, caches: Caches, changed: Change[]): StoresInTransaction {
  return {
    attempts: attemptsIn(context),
    requests: eidasRequestsIn(context),
    answers: eidasAnswersIn(context),
    applications: cachedApplications(applicationsIn(context), caches, changed),
    countries: cachedCountries(countriesIn(context), caches, changed),
    persons: personsIn(context),
    register: registerIn(context),
    candidates: candidatesIn(context),
    numbers: numberAuthorityIn(context),
    links: linksIn(context),
    matching: matchingTriesIn(context),
    organisations: { ...organisationsIn(context), addWorkRelation: addWorkRelationIn(context) },
    rights: rightsIn(context),
    joins: personJoinsIn(context),
    sharing: sharingIn(context),
    lastUsed: lastUsedIn(context),
    audit: auditIn(context),
    outbox: outboxIn(context),
    mails: sentMailsIn(context),
    templates: mailTemplatesIn(context),
    documents: documentsIn(context),
    webSessions: webSessionsIn(context),
    staff: staffIn(context),
    matchingLog: matchingLogIn(context),
    cases: casesIn(context),
    caseEvents: caseEventsIn(context),
    caseArrivals: caseArrivalsIn(context),
    caseMessages: caseMessagesIn(context),
    caseNotes: caseNotesIn(context),
    caseDrafts: caseDraftsIn(context),
    caseLocks: caseLocksIn(context),
    caseLists: caseListsIn(context),
    caseViews: caseViewsIn(context),
    linkRemovals: linkRemovalsIn(context),
    endings: endingsIn(context),
    emailCodes: emailCodesIn(context),
    accessLinks: requestLinksIn(context),
    entrusted: entrustedIn(context),
    addresses: knownAddressesIn(context),
    offices: staffIn(context),
    officeLists: officeListsIn(context),
    officePlaces: officePlacesIn(context),
  };
}
