import type { MeansProvider } from './provider.ts';
import { areInForceTogether } from './provider-standing.ts';

/** Why two providers cannot both be there, and which of them stands in the way. */
export type ProviderConflict = {
  readonly kind: 'same-issuer' | 'same-domain' | 'second-of-kind';
  readonly other: MeansProvider;
};

/**
 * What keeps a provider from standing beside others. An account is known by its issuer, so no two have the same one; a mail address leads
 * to one organisation's provider; and of the other kinds an installation has one.
 */
export function conflictOf(
  provider: MeansProvider,
  others: readonly MeansProvider[],
): ProviderConflict | null {
  for (const other of others) {
    if (other.code === provider.code) continue;
    const kind = conflictBetween(provider, other);
    if (kind !== null) return { kind, other };
  }
  return null;
}

function conflictBetween(one: MeansProvider, other: MeansProvider): ProviderConflict['kind'] | null {
  if (one.kind !== 'openid' || other.kind !== 'openid')
    return one.kind === other.kind && areBothUsed(one, other) ? 'second-of-kind' : null;
  if (one.issuer === other.issuer) return 'same-issuer';
  if (one.proves.kind !== 'account' || other.proves.kind !== 'account') return null;
  return shareOne(one.proves.domains, other.proves.domains) ? 'same-domain' : null;
}

function areBothUsed(one: MeansProvider, other: MeansProvider): boolean {
  return one.status.kind === 'open' && other.status.kind === 'open' && areInForceTogether(one, other);
}

function shareOne<Value>(some: readonly Value[], others: readonly Value[]): boolean {
  return some.some((each) => others.includes(each));
}
