import type { DocumentStore } from '../domain/documents/index.ts';
import type { LoginStores, WebSessionStore } from '../login/index.ts';
import { applicationsIn } from './applications.ts';
import { attemptsIn } from './attempts.ts';
import { auditIn } from './audit.ts';
import { type Caches, cachedApplications, cachedCountries } from './cached.ts';
import type { StoreContext } from './context.ts';
import { countriesIn } from './countries.ts';
import { documentsIn } from './documents.ts';
import { eidasAnswersIn } from './eidas-answers.ts';
import { eidasRequestsIn } from './eidas-requests.ts';
import { linksIn, type StoredLinks } from './links.ts';
import { matchingTriesIn } from './matching-tries.ts';
import type { Change } from './news.ts';
import { organisationsIn } from './organisations.ts';
import { type JobOutbox, outboxIn } from './outbox.ts';
import { personsIn, type StoredPersons } from './persons.ts';
import { lastUsedIn, sharingIn } from './preferences.ts';
import { type EmbeddedRegister, registerIn } from './register.ts';
import { registrationsIn } from './registrations.ts';
import { rightsIn } from './rights.ts';
import { type StaffStore, staffIn } from './staff.ts';
import { webSessionsIn } from './web-sessions.ts';
import { addWorkRelationIn } from './work-relations.ts';

/** The stores of a login, and what only this store can do besides. */
export type StoresInTransaction = LoginStores & {
  readonly persons: StoredPersons;
  readonly register: EmbeddedRegister;
  readonly links: StoredLinks;
  readonly outbox: JobOutbox;
  readonly documents: DocumentStore;
  readonly webSessions: WebSessionStore;
  readonly staff: StaffStore;
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
    links: linksIn(context),
    matching: matchingTriesIn(context),
    organisations: { ...organisationsIn(context), addWorkRelation: addWorkRelationIn(context) },
    rights: rightsIn(context),
    registrations: registrationsIn(context),
    sharing: sharingIn(context),
    lastUsed: lastUsedIn(context),
    audit: auditIn(context),
    outbox: outboxIn(context),
    documents: documentsIn(context),
    webSessions: webSessionsIn(context),
    staff: staffIn(context),
  };
}
