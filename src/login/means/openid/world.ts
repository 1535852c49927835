import type { Randomness } from '../../../base/ports.ts';
import type { Clock } from '../../../base/time.ts';
import type { UnitOfWork } from '../../../base/unit-of-work.ts';
import type { AccountKeyStore } from '../../../domain/account-keys/index.ts';
import type { MeansProvider } from '../../../domain/login-means/index.ts';
import type { UserRightStore } from '../../../domain/rights/index.ts';
import type { ByMeans } from '../by-means.ts';
import type { Upstream } from './ports.ts';

/** What accounts at organisations' providers are looked up in. */
export type OrganisationAccountStores = {
  readonly accountKeys: Pick<AccountKeyStore, 'findOrganisationAccount'>;
  readonly rights: UserRightStore;
};

/** What logins by OpenID providers need from the world. */
export type OpenIdMeansWorld = {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly login: ByMeans;
  readonly upstream: Upstream;
  /** The providers of this installation, from memory. */
  providers(): Promise<readonly MeansProvider[]>;
  readonly inTransaction: UnitOfWork<OrganisationAccountStores>;
  /** How long a proof of who somebody is counts. */
  readonly proofMilliseconds: number;
};
