import type { Clock } from '../../base/time.ts';
import type { ApplicationStore } from '../../domain/application/index.ts';
import type { AuditEvent } from '../../domain/audit/index.ts';
import type { PersonStore } from '../../domain/person/index.ts';
import type { BrowserBinding, LoginGrants, OidcStates } from '../../login/index.ts';

/** The register of applications, read often (a cache that notices changes within a second). */
export type Applications = Pick<ApplicationStore, 'find' | 'list'>;

/** Everything the OpenID Connect provider needs from outside. */
export type OidcPorts = {
  readonly states: OidcStates;
  readonly grants: LoginGrants;
  readonly applications: Applications;
  readonly persons: Pick<PersonStore, 'find'>;
  /** Keyed hash of the secret in the browser's cookie. */
  bindBrowser(secret: string): BrowserBinding;
  /** Records what has no change of its own to hang on: refusals. */
  audit(...events: readonly AuditEvent[]): Promise<void>;
  readonly clock: Clock;
};
