import type { ApplicationId } from '../application/index.ts';
import type { LoginMeansCode } from '../login-means/index.ts';
import type { PersonId } from '../person/index.ts';
import type { DeviceId } from './known-logins.ts';

/** A login that counts now: into an application, or into pages of our own. */
export type LiveLogin = {
  readonly application: ApplicationId;
  /** `null` where it began before devices were known. */
  readonly device: DeviceId | null;
  /** `null` where the session does not say. */
  readonly means: LoginMeansCode | null;
  readonly at: Date;
};

export type LiveLoginStore = {
  /** The logins of somebody that count at this moment, the newest first; a hundred at most. */
  of(person: PersonId, at: Date): Promise<readonly LiveLogin[]>;
};
