import type { KeyObject } from 'node:crypto';
import type { SpokenLanguages } from '../../base/language.ts';
import type { Clock } from '../../base/time.ts';
import type { AccessOverview } from '../../domain/access-overview/index.ts';
import type { AccessRequests } from '../../domain/access-request/index.ts';
import type { Account } from '../../domain/account/index.ts';
import type { AccountKeys, Passkeys } from '../../domain/account-keys/index.ts';
import type { Application } from '../../domain/application/index.ts';
import type { Appointments } from '../../domain/appointment/index.ts';
import type { CaseReports } from '../../domain/case-reports/index.ts';
import type { CaseworkSettings, Counter, Desk, Office, Requests } from '../../domain/casework/index.ts';
import type { DocumentReader } from '../../domain/documents/index.ts';
import type { EidasCountry } from '../../domain/eidas-country/index.ts';
import type { JoinDesk } from '../../domain/joining/index.ts';
import type { KeyResetPages } from '../../domain/key-reset/index.ts';
import type { MatchingLog } from '../../domain/matching-log/index.ts';
import type { MailDesk, TemplateDesk } from '../../domain/notification/index.ts';
import type { OrganisationDesk } from '../../domain/organisation-desk/index.ts';
import type { PlatformDesk } from '../../domain/platform/index.ts';
import type { UserRightDesk } from '../../domain/user-rights/index.ts';
import type { WorkInvitations } from '../../domain/work-invitation/index.ts';
import type { People } from '../../domain/work-relation/index.ts';
import type {
  AccountSessions,
  ApplicantSessions,
  AttemptId,
  BrowserBinding,
  ByMeans,
  DeviceCookies,
  EidasReception,
  Invitations,
  KeptFormStore,
  Login,
  OpenIdMeans,
  OrganisationSessions,
  ReceivedCertificate,
  StaffSessions,
  View,
  Visit,
  WaitingProtocol,
} from '../../login/index.ts';
import type { Contact } from '../ui/journey-page.ts';
import type { DemoWorld } from './demo-world.ts';

/** Settings of the pages, read elsewhere. */
export type WebSettings = {
  /** Origin of this platform, without trailing slash. Cookies are `__Host-` and `Secure` when it is https. */
  readonly origin: string;
  /** At least 32 bytes: key of the tokens in forms. The same in every process. */
  readonly formKey: KeyObject | Uint8Array;
  /** How many proxies stand in front: that many last entries of `X-Forwarded-For` were written by them. */
  readonly trustedProxies: number;
  readonly contact: Contact;
  /** Whom to tell about a weakness: `mailto:…` or `https://…`. */
  readonly securityContact: string;
};

/** Structured log without personal data: pino fits. */
export type WebLog = {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
};

/** Everything the pages need from outside. */
export type WebWorld = {
  readonly login: Pick<
    Login,
    'show' | 'answer' | 'receive' | 'beginAgain' | 'changeLanguage' | keyof ByMeans
  >;
  /** Lets a login live on when the person asks for more time (WCAG 2.2.1). */
  readonly giveMoreTime: (id: AttemptId, browser: BrowserBinding) => Promise<View>;
  /** Keyed hash of the secret in the browser's cookie. */
  bindBrowser(secret: string): BrowserBinding;
  readonly devices: DeviceCookies;
  /** Who waits for the end of a login, in the browser that sent this along. */
  waitingFor(visit: Visit): WaitingProtocol;
  readonly eidas: EidasReception;
  /** Logins by OpenID providers. */
  readonly openId: OpenIdMeans;
  /** Where browsers show client certificates (`null`: nowhere), and what came of it. */
  readonly certificates: {
    readonly origin: string | null;
    find(handle: string): Promise<ReceivedCertificate | null>;
  };
  /** The countries with the names that they were given; asked for at each page, so out of memory where possible. */
  readonly countries: { list(): Promise<readonly Pick<EidasCountry, 'code' | 'name'>[]> };
  readonly staff: Omit<StaffSessions, 'waiting'>;
  /** The organisations with an officer at work now, by name: where people can go. */
  offices(): Promise<readonly Office[]>;
  /** The pages under `/invitation`. */
  readonly invitations: Invitations;
  /** Forms that were not taken, until they are shown again: see `form-again.ts`. */
  readonly keptForms: KeptFormStore;
  /** The pages under `/request`. */
  readonly requests: Requests;
  readonly applicants: Omit<ApplicantSessions, 'waiting'>;
  /** The pages under `/account`. */
  readonly account: Account;
  readonly accountKeys: AccountKeys;
  /** How passkeys are made and used: in a login, on one's account, and by an invitation. */
  readonly passkeys: Passkeys;
  /** The applications by name, out of memory where possible. */
  applications(): Promise<readonly Pick<Application, 'id' | 'name' | 'protocol' | 'openTo' | 'rights'>[]>;
  readonly accounts: Omit<AccountSessions, 'waiting'>;
  /** The pages under `/organisation`. */
  readonly organisationDesk: OrganisationDesk;
  readonly userRights: UserRightDesk;
  readonly appointments: Appointments;
  readonly accessOverview: AccessOverview;
  /** Asking an organisation for access, and deciding about it. */
  readonly accessRequests: AccessRequests;
  /** Organisations that somebody looked for, by person. */
  readonly organisationSearches: { take(key: string): { readonly kind: 'open' | 'wait' } };
  readonly organisationSessions: Omit<OrganisationSessions, 'waiting'>;
  /** The people of organisations, for their administrators. */
  readonly people: People;
  /** How people come to organisations: for administrators, and for whoever is invited. */
  readonly workInvitations: WorkInvitations;
  readonly documents: DocumentReader;
  /** Files that were not taken, per request and per network. */
  readonly refusedUploads: {
    look(key: string): { readonly kind: 'open' | 'wait' };
    count(key: string): void;
  };
  /** The pages under `/cases`. */
  readonly desk: Desk;
  readonly reports: CaseReports;
  readonly matchingLog: Pick<MatchingLog, 'exportLog'>;
  readonly joins: JoinDesk;
  /** The way back in for somebody who has lost every key: their pages, and those of members of staff. */
  readonly keyResets: KeyResetPages;
  /** The pages under `/office`. */
  readonly counter: Counter;
  readonly templates: TemplateDesk;
  /** The pages under `/platform`. */
  readonly platform: PlatformDesk;
  readonly mailDesk: MailDesk;
  readonly casework: CaseworkSettings;
  readonly demo: DemoWorld | null;
  /** Whether requests can be served: the database answers. */
  isReady(): Promise<boolean>;
  readonly clock: Clock;
  readonly log: WebLog;
  readonly settings: WebSettings;
  /** The languages that the path of a login is offered in; the four when left out. */
  readonly languages?: SpokenLanguages;
};
