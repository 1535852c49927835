import type { Brand } from '../../base/brand.ts';
import { HOUR, later } from '../../base/time.ts';
import type { LoginMeansCode } from '../login-means/index.ts';
import type { PersonId } from '../person/index.ts';
import type { BrowserFamily } from './browser-family.ts';

/** Keyed hash of the cookie by which a browser is known again for a year: never by what it looks like. */
export type DeviceMark = Brand<string, 'DeviceMark'>;

/** One browser of one person: what a login there gave rests on this id. Two persons in one browser have two. */
export type DeviceId = Brand<string, 'DeviceId'>;

/** A browser as a login was begun in it. */
export type Device = { readonly mark: DeviceMark; readonly family: BrowserFamily };

/** What is known of how somebody logs in, before the next login of theirs goes on. Moments are to the hour. */
export type KnownLogins = {
  readonly devices: readonly { readonly id: DeviceId; readonly lastUsedAt: Date }[];
  readonly means: readonly KnownMeans[];
};

export type KnownMeans = {
  readonly code: LoginMeansCode;
  /** `null` where it was blocked before it was ever used. */
  readonly lastUsedAt: Date | null;
  readonly isBlocked: boolean;
};

/** A login to remember; `device`: `null` where the browser has no cookie that is known again. */
export type NotedLogin = {
  readonly person: PersonId;
  readonly device: { readonly id: DeviceId; readonly family: BrowserFamily } | null;
  readonly means: LoginMeansCode;
  readonly at: Date;
};

export type KnownLoginStore = {
  of(person: PersonId): Promise<KnownLogins>;
  /** The id of a browser for a person. */
  deviceOf(person: PersonId, mark: DeviceMark): DeviceId;
  note(login: NotedLogin): Promise<void>;
};

/** What a login is to somebody who logged in before. */
export type Novelty = { readonly isNewDevice: boolean; readonly isNewMeans: boolean };

/** What is new about a login. Of the very first one nothing is: there is nothing to compare it with. */
export function noveltyOf(
  { devices, means }: KnownLogins,
  login: Pick<NotedLogin, 'device' | 'means'>,
): Novelty {
  const usedMeans = means.filter(({ lastUsedAt }) => lastUsedAt !== null);
  const isFirst = devices.length === 0 && usedMeans.length === 0;
  const isKnownDevice = devices.some(({ id }) => id === login.device?.id);
  const isKnownMeans = usedMeans.some(({ code }) => code === login.means);
  return { isNewDevice: !isFirst && !isKnownDevice, isNewMeans: !isFirst && !isKnownMeans };
}

/** How exactly the last use is known: a login within the hour writes nothing. */
const GRAIN = HOUR;

/** Whether a login tells nothing that is not known already, to the hour. */
export function isNoted({ devices, means }: KnownLogins, { device, means: used, at }: NotedLogin): boolean {
  const isRecent = (moment: Date | null | undefined) => moment != null && later(moment, GRAIN) > at;
  const known = devices.find(({ id }) => id === device?.id);
  return (
    (device === null || isRecent(known?.lastUsedAt)) &&
    isRecent(means.find(({ code }) => code === used)?.lastUsedAt)
  );
}

/** Whether the owner of the account wants nobody to log in by this means as them. */
export function isBlockedMeans({ means }: KnownLogins, used: LoginMeansCode): boolean {
  return means.some(({ code, isBlocked }) => isBlocked && code === used);
}
