import type { Clock } from '../base/time.ts';
import type { UnitOfWork } from '../base/unit-of-work.ts';
import type { ApplicationStore } from '../domain/application/index.ts';
import type { AuditEvent, KeptAuditEvent, Looks } from '../domain/audit/index.ts';
import type { CaseReports } from '../domain/case-reports/index.ts';
import type { EidasCountryStore } from '../domain/eidas-country/index.ts';
import type { MeansProviderStore } from '../domain/login-means/index.ts';
import type { PersonStore } from '../domain/person/index.ts';
import type { StaffRightChange } from '../domain/staff/index.ts';
import type { ImportedRightChange } from '../domain/user-rights/index.ts';
import type { KeptFormStore, LoginGrants, LoginStores, OidcStates, WebSessionStore } from '../login/index.ts';
import { type AuditFilter, auditIn, listEvents, looksIn } from './audit/index.ts';
import { caseReportsIn } from './casework/index.ts';
import { type DemoMark, demoMarkOn } from './demo/index.ts';
import { type DutyStore, dutiesOn } from './duties/index.ts';
import type { StoreContext } from './ground/context.ts';
import { openDatabaseClock } from './ground/database-clock.ts';
import { makeNamed } from './ground/makers.ts';
import { readMigrations } from './ground/migrate.ts';
import { type News, openNews } from './ground/news.ts';
import { openPartitions } from './ground/partitions.ts';
import { openPool } from './ground/pool.ts';
import { passThrough } from './ground/pooler.ts';
import { queriesOn } from './ground/queries.ts';
import { type DataKeys, openProtection } from './ground/sealing.ts';
import type { Queries } from './ground/statement.ts';
import { openUnitOfWork } from './ground/unit-of-work.ts';
import { type Upkeep, upkeepOf } from './ground/upkeep.ts';
import { attemptsIn, keptFormsOn, webSessionsIn } from './login/index.ts';
import { type OutboxQueue, outboxQueueOn } from './mail/index.ts';
import { loginGrantsOn, oidcStatesOn } from './oidc/index.ts';
import {
  beginOrganisationImport,
  beginRightImport,
  beginStaffImport,
  type OrganisationImport,
  type RightImport,
  type StaffImport,
} from './organisations/index.ts';
import { beginRegisterImport, personsIn, type RegisterImport } from './persons/index.ts';
import { forgotten, openMakers, type Stores } from './stores.ts';

export type StoreOptions = {
  /** `postgres://…`, of a database that `migrate` brought up to date. */
  readonly url: string;
  readonly keys: DataKeys;
  /** `postgres://…` of the role that makes and drops windows of time; the same role when not given. */
  readonly upkeepUrl?: string | null;
  /** The same database through a pooler that lends sessions for a transaction: for shared connections. `null`: there is none. */
  readonly poolerUrl?: string | null;
  /** Shared connections at most; 10 when not given. There are `OWN_CONNECTIONS` more. */
  readonly poolSize?: number;
  /** Tells the time; the clock of the database when not given, `shift` milliseconds later. */
  readonly clock?: Clock;
  readonly shift?: number;
  /** New series of numbers begin after this counter; 0 when not given. Only a demo gives one. */
  readonly numbersAfter?: number;
};

/** How a database is that answers; `aheadMilliseconds` says how far the clock of this machine is before its clock. */
export type DatabaseLook = {
  readonly isReadOnly: boolean;
  readonly isMigrated: boolean;
  readonly aheadMilliseconds: number;
};

/** Connections that are not shared: the line that hears of changes, and the one that looks for windows of time. */
export const OWN_CONNECTIONS = 2;

/** All that is kept. Every call that is not in a transaction is one statement of its own. */
export type Store = {
  /**
   * All or nothing, with the stores that are named; what `work` throws is thrown on after the rollback. Nothing is tried again: that it met another change and had to give
   * way is thrown as `ChangedMeanwhile`.
   */
  readonly inTransaction: UnitOfWork<Stores>;
  readonly oidc: OidcStates;
  readonly grants: LoginGrants;
  readonly applications: Pick<ApplicationStore, 'find' | 'list'>;
  readonly countries: EidasCountryStore;
  readonly meansProviders: Pick<MeansProviderStore, 'list'>;
  readonly persons: Pick<PersonStore, 'find' | 'findBySubject'>;
  readonly attempts: Pick<LoginStores['attempts'], 'find'>;
  readonly webSessions: WebSessionStore;
  readonly keptForms: KeptFormStore;
  readonly caseReports: CaseReports;
  readonly audit: {
    /** For refusals, which have no change of their own to hang on. */
    record(...events: readonly AuditEvent[]): Promise<void>;
    list(filter?: AuditFilter): Promise<readonly KeptAuditEvent[]>;
    readonly looks: Looks;
  };
  readonly registerImport: { begin(): Promise<RegisterImport<Stores>> };
  readonly organisationImport: { begin(): Promise<OrganisationImport<Stores>> };
  readonly staffImport: { begin(tell: (change: StaffRightChange) => AuditEvent): Promise<StaffImport> };
  readonly rightImport: { begin(tell: (change: ImportedRightChange) => AuditEvent): Promise<RightImport> };
  readonly outbox: OutboxQueue;
  readonly duties: DutyStore;
  readonly upkeep: Upkeep;
  readonly demoMark: DemoMark;
  /** The present by which everything here is kept. */
  readonly clock: Clock;
  /** How the database is, asked on a connection of its own. Throws when it, or the pooler before it, does not answer within two seconds. */
  look(): Promise<DatabaseLook>;
  close(): Promise<void>;
};

/** Opens the store on a migrated database; throws when the database does not answer. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { url, keys, upkeepUrl, poolerUrl = null, poolSize = 10, shift = 0, numbersAfter = 0 } = options;
  const pool = openPool(poolerUrl ?? url, poolSize, { lendsSessions: poolerUrl !== null });
  const protection = openProtection(keys);
  const partitions = openPartitions(url, upkeepUrl ?? url);
  const ticking = openDatabaseClock(shift);
  const clock = options.clock ?? ticking.now;
  const contextOf = (queries: Queries): StoreContext => ({
    queries,
    protection,
    clock,
    numbersAfter,
    ensurePartition: partitions.ensure,
    changed: [],
  });
  const queries = queriesOn(pool);
  const context = contextOf(queries);
  let news: News | null = null;
  const { makers, forget } = openMakers(() => news?.heard() ?? false);
  try {
    news = await openNews(url, {
      migrations: readMigrations().map(({ number }) => number),
      onChange: forget,
      onSilence: pool.cutOffSilent,
      onState: ({ shown, asked, answered }) => ticking.hear(shown, asked, answered),
    });
  } catch (error) {
    await pool.end();
    throw error;
  }
  const storesOn = <Name extends keyof Stores>(own: Queries, names: readonly Name[]) =>
    makeNamed(makers, names, contextOf(own));
  const inTransaction = openUnitOfWork({ pool, makers, contextOf, forget });
  return {
    inTransaction,
    oidc: oidcStatesOn(context),
    grants: loginGrantsOn(context),
    applications: makers.applications(context),
    meansProviders: makers.meansProviders(context),
    countries: countriesOf(makers.countries(contextOf(queries)), inTransaction),
    persons: personsIn(context),
    attempts: attemptsIn(context),
    webSessions: webSessionsIn(context),
    keptForms: keptFormsOn(context),
    caseReports: caseReportsIn(context),
    audit: {
      record: auditIn(context).record,
      list: (filter = {}) => listEvents(queries, filter),
      looks: looksIn(context),
    },
    registerImport: { begin: () => beginRegisterImport<Stores>(url, context, storesOn) },
    organisationImport: { begin: () => beginOrganisationImport<Stores>(url, context, storesOn) },
    staffImport: { begin: (tell) => beginStaffImport(url, context, tell) },
    rightImport: { begin: (tell) => beginRightImport(url, context, tell) },
    outbox: outboxQueueOn(context),
    duties: dutiesOn(context),
    upkeep: upkeepOf(queries, partitions, forgotten),
    demoMark: demoMarkOn(queries),
    clock,
    async look() {
      const [look] = await Promise.all([
        lookAt(news, shift),
        poolerUrl === null ? null : passThrough(poolerUrl),
      ]);
      return look;
    },
    async close() {
      await news?.close();
      await pool.end();
    },
  };
}

async function lookAt(news: News, shift: number): Promise<DatabaseLook> {
  const { shown, asked, answered, isReadOnly, isMigrated } = await news.ask();
  const since = performance.now() - (asked + answered) / 2;
  const aheadMilliseconds = Math.round(Date.now() - shift - (+shown + since));
  return { isReadOnly, isMigrated, aheadMilliseconds };
}

function countriesOf(store: EidasCountryStore, inTransaction: UnitOfWork<Stores>): EidasCountryStore {
  return {
    ...store,
    put: (country) => inTransaction(['countries'], ({ countries }) => countries.put(country)),
    putMetadata: (code, metadata, at) =>
      inTransaction(['countries'], ({ countries }) => countries.putMetadata(code, metadata, at)),
    putHealth: (health) => inTransaction(['countries'], ({ countries }) => countries.putHealth(health)),
  };
}
