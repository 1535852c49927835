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
import { applicationsIn } from './applications.ts';
import { attemptsIn } from './attempts.ts';
import { auditIn } from './audit.ts';
import { type Caches, cachedApplications, cachedCountries } from './cached.ts';
import { candidatesIn } from './candidates.ts';
import { caseArrivalsIn } from './case-arrivals.ts';
import { caseDraftsIn } from './case-drafts.ts';
import { caseEventsIn } from './case-events.ts';
import { caseListsIn } from './case-lists.ts';
import { caseLocksIn } from './case-locks.ts';
import { caseMessagesIn } from './case-messages.ts';
import { caseNotesIn } from './case-notes.ts';
import { caseViewsIn } from './case-views.ts';
import { casesIn } from './cases.ts';
import type { StoreContext } from './context.ts';
import { countriesIn } from './countries.ts';
import { documentsIn } from './documents.ts';
import { eidasAnswersIn } from './eidas-answers.ts';
import { eidasRequestsIn } from './eidas-requests.ts';
import { emailCodesIn } from './email-codes.ts';
import { endingsIn } from './endings.ts';
import { knownAddressesIn } from './known-addresses.ts';
import { linkRemovalsIn } from './link-removals.ts';
import { linksIn, type StoredLinks } from './links.ts';
import { mailTemplatesIn } from './mail-templates.ts';
import { matchingLogIn } from './matching-log.ts';
import { matchingTriesIn } from './matching-tries.ts';
import type { Change } from './news.ts';
import { type EmbeddedNumberAuthority, numberAuthorityIn } from './number-authority.ts';
import { officeListsIn } from './office-lists.ts';
import { type OfficePlaceStore, officePlacesIn } from './office-places.ts';
import { organisationsIn } from './organisations.ts';
import { type JobOutbox, outboxIn } from './outbox.ts';
import { personJoinsIn } from './person-joins.ts';
import { personsIn, type StoredPersons } from './persons.ts';
import { lastUsedIn, sharingIn } from './preferences.ts';
import { type EmbeddedRegister, registerIn } from './register.ts';
import { requestLinksIn } from './request-links.ts';
import { rightsIn } from './rights.ts';
import { sentMailsIn } from './sent-mails.ts';
import { entrustedIn, type StaffStore, staffIn } from './staff.ts';
import { webSessionsIn } from './web-sessions.ts';
import { addWorkRelationIn } from './work-relations.ts';

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
