import type { Clock } from '../../base/time.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';
import type { ApplicationId, ApplicationStore, OidcApplication } from '../../domain/application/index.ts';
import type { AuditEvent } from '../../domain/audit/index.ts';
import type { PersonStore } from '../../domain/person/index.ts';
import type {
  BrowserBinding,
  DeviceCookies,
  LoginGrants,
  LoginStores,
  OidcStates,
} from '../../login/index.ts';

/** The register of applications, read often (a cache that notices changes within a second). */
export type Applications = Pick<ApplicationStore, 'find' | 'list'>;

/** Of those, the applications that speak this protocol. */
export type OidcApplications = {
  find(id: ApplicationId): Promise<OidcApplication | null>;
  list(): Promise<readonly OidcApplication[]>;
};

/** What a request to the provider changes: a login that begins or comes to its end, and the state of the protocol. */
export type OidcStores = Pick<LoginStores, 'attempts' | 'audit' | 'lastUsed' | 'oidc'>;

/** Everything the OpenID Connect provider needs from outside. */
export type OidcPorts = {
  readonly inTransaction: UnitOfWork<OidcStores>;
  readonly attempts: Pick<LoginStores['attempts'], 'find'>;
  readonly states: OidcStates;
  readonly grants: LoginGrants;
  readonly applications: Applications;
  readonly persons: Pick<PersonStore, 'find'>;
  /** Keyed hash of the secret in the browser's cookie. */
  bindBrowser(secret: string): BrowserBinding;
  readonly devices: DeviceCookies;
  /** Records what has no change of its own to hang on: refusals. */
  audit(...events: readonly AuditEvent[]): Promise<void>;
  readonly clock: Clock;
};
