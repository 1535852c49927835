import type { CorrelationCode } from '../../base/correlation.ts';
import type { SpokenLanguages } from '../../base/language.ts';
import type { Login, ProtocolPages } from '../../login/index.ts';
import type { RequestMemories } from './authorization/request-memory.ts';
import type { Keys, OidcKey } from './keys.ts';
import type { OidcApplications, OidcPorts } from './ports.ts';

/** Where and how the provider runs. */
export type OidcSettings = {
  /** `<origin>/op`, without a trailing slash: it stands so in every token. */
  readonly issuer: string;
  readonly keys: readonly OidcKey[];
  readonly ports: OidcPorts;
  readonly login: Pick<Login, 'prepare'>;
  readonly pages: ProtocolPages;
  /** The languages that a person can be answered in. */
  readonly languages: SpokenLanguages;
  /** How long one login serves several applications, counted from the login itself: at most 7200. */
  readonly sessionSeconds: number;
  /** How long a login may take; not shorter than a login attempt lives. */
  readonly interactionSeconds: number;
  /** Something broke; the correlation code is on the page that the person got. */
  logFailure(correlation: CorrelationCode, error: unknown): void;
};

/** What every part of the provider works with. */
export type OidcWorld = Omit<OidcSettings, 'keys' | 'ports'> & {
  readonly keys: Keys;
  readonly ports: Omit<OidcPorts, 'applications'> & { readonly applications: OidcApplications };
  /** The issuer is https: cookies are `Secure` and `__Host-`. */
  readonly secure: boolean;
  readonly memories: RequestMemories;
};
