import type { DaySpan } from '../../base/usual-days.ts';
import type { ApplicationId } from '../application/index.ts';
import type { Organisation, OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { AccessRequest, AccessRequestId } from './model.ts';

/** A request as it is kept first. */
export type NewAccessRequest = Omit<
  AccessRequest,
  'state' | 'since' | 'messages' | 'escalation' | 'decision' | 'endedAt' | 'version'
>;

/** A request with the names that a list of them shows. */
export type ListedRequest = AccessRequest & {
  readonly personName: string;
  readonly organisationName: string;
};

/** Where a page of a list goes on: behind this request, oldest first. */
export type RequestPage = { readonly after: AccessRequestId | null; readonly limit: number };

export type AccessRequestStore = {
  /** Keeps a request and its next duty, unless one that is open asks for the same: that one then. */
  add(
    request: NewAccessRequest,
    dutyAt: Date,
  ): Promise<
    | { readonly kind: 'added'; readonly request: AccessRequest }
    | { readonly kind: 'already'; readonly request: AccessRequest }
  >;
  find(id: AccessRequestId): Promise<AccessRequest | null>;
  /** The same, held until the end of the unit of work: whoever decides at the same time comes second. */
  hold(id: AccessRequestId): Promise<AccessRequest | null>;
  /** Keeps what became of a request, with its next duty: when another change was first, nothing of this unit of work is. */
  keep(request: AccessRequest, dutyAt: Date | null): Promise<void>;
  /** Of one person, newest first. */
  ofPerson(
    person: PersonId,
    narrowed: { readonly application: ApplicationId | null; readonly limit: number },
  ): Promise<readonly ListedRequest[]>;
  /** Open requests at these organisations, oldest first. */
  openOf(organisations: readonly OrganisationId[], page: RequestPage): Promise<readonly ListedRequest[]>;
  /** How many are open at these organisations; at most a thousand are counted. */
  countOpen(organisations: readonly OrganisationId[]): Promise<number>;
  /** Open requests that came to the platform, oldest first. */
  openAtPlatform(page: RequestPage): Promise<readonly ListedRequest[]>;
  /** How many there are; at most a thousand are counted. */
  countAtPlatform(): Promise<number>;
  /** How many a person has open, and made since a moment. */
  countOf(person: PersonId, since: Date): Promise<{ readonly open: number; readonly made: number }>;
  /** The last decisions of this organisation; of all of them where it is `null`. */
  lastDecided(organisation: OrganisationId | null, limit: number): Promise<readonly DaySpan[]>;
  /** Requests with which time has something to do, and that nobody holds. */
  due(at: Date, limit: number): Promise<readonly AccessRequestId[]>;
  /** One of them, held; `null` when it is not due any more. */
  takeDue(id: AccessRequestId, at: Date): Promise<AccessRequest | null>;
  /** Lets one rest that could not be handled. */
  setDutyAside(id: AccessRequestId, until: Date): Promise<void>;
};

/** Organisations that somebody may look for to ask them for access. */
export type AskedOrganisations = {
  /** Those that exist at this moment and are called like this: by the beginning of the name, in alphabetical order. */
  beginningWith(name: string, limit: number, at: Date): Promise<readonly Organisation[]>;
};
