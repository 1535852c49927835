import { dayOf } from '../../base/calendar.ts';
import type { MeansClosure, MeansProvider, ProviderCode } from './provider.ts';

const PROVIDER_CODE = /^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/** Reads the code of a provider: small letters, digits and hyphens, as it can stand in an address; `null` when it is none. */
export function parseProviderCode(text: string): ProviderCode | null {
  return PROVIDER_CODE.test(text) ? (text as ProviderCode) : null;
}

/** Whether a provider belongs to the means of this day: one that is closed does, and is shown as such. */
export function isInForce(provider: Pick<MeansProvider, 'validFrom' | 'validUntil'>, at: Date): boolean {
  const { validFrom, validUntil } = provider;
  return (validFrom === null || validFrom <= dayOf(at)) && (validUntil === null || dayOf(at) < validUntil);
}

/** Why nobody can log in by a provider now; `null` when it is open. */
export function closureAt({ status }: Pick<MeansProvider, 'status'>, at: Date): MeansClosure | null {
  if (status.kind === 'open') return null;
  const { from, until } = status;
  return (from === null || from <= at) && (until === null || at < until) ? status : null;
}

/** Whether people can log in by a provider now. */
export function isOpenAt(provider: MeansProvider, at: Date): boolean {
  return isInForce(provider, at) && closureAt(provider, at) === null;
}

/** A closure that was announced and has yet to begin; `null` when there is none. */
export function closureAhead({ status }: Pick<MeansProvider, 'status'>, at: Date): MeansClosure | null {
  if (status.kind === 'open') return null;
  return status.from !== null && at < status.from ? status : null;
}

/** Whether there are days on which both providers are in force. */
export function areInForceTogether(one: MeansProvider, other: MeansProvider): boolean {
  const endsBefore = (first: MeansProvider, second: MeansProvider) =>
    first.validUntil !== null && second.validFrom !== null && first.validUntil <= second.validFrom;
  return !endsBefore(one, other) && !endsBefore(other, one);
}
