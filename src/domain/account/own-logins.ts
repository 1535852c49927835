import type { LoginMeansCode } from '../login-means/index.ts';
import type { PersonId } from '../person/index.ts';
import type { BrowserFamily } from './browser-family.ts';
import type { DeviceId } from './known-logins.ts';

/** A browser in which somebody logged in, as they are shown it. */
export type OwnDevice = {
  readonly id: DeviceId;
  readonly family: BrowserFamily;
  readonly firstUsedAt: Date;
  readonly lastUsedAt: Date;
};

/** A means that somebody used or blocked, as they are shown it. */
export type OwnMeans = {
  readonly code: LoginMeansCode;
  readonly firstUsedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly blockedAt: Date | null;
};

export type OwnLogins = { readonly devices: readonly OwnDevice[]; readonly means: readonly OwnMeans[] };

/** How somebody logs in, as they see it and decide about it themselves. */
export type OwnLoginStore = {
  /** The browsers last used first. */
  of(person: PersonId): Promise<OwnLogins>;
  /** From now on nobody logs in by this means as this person. */
  block(person: PersonId, means: LoginMeansCode, at: Date): Promise<void>;
  unblock(person: PersonId, means: LoginMeansCode): Promise<void>;
};
