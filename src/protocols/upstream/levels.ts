import { type AssuranceLevel, assuranceLevels, isAtLeast } from '../../domain/assurance/index.ts';
import type { LoginMeansCode, ProviderLevel } from '../../domain/login-means/index.ts';

/** What to send as `acr_values`: the levels that were agreed for this means and are enough, in the order of the agreement. */
export function levelsToAsk(
  levels: readonly ProviderLevel[],
  means: LoginMeansCode,
  assurance: AssuranceLevel,
): readonly string[] {
  const enough = levels.filter((level) => level.means === means && isAtLeast(level.assurance, assurance));
  return [...new Set(enough.map(({ acr }) => acr))];
}

/**
 * The level that an answer tells: in `acr`, or among `amr`, as the federal login does. What it names beside is overlooked; where it names several
 * that were agreed, the weakest counts. Where one level stands for several means, `amr` tells them apart; where it does not, the one that was
 * asked for. `null`: no level that was agreed.
 */
export function levelTold(
  levels: readonly ProviderLevel[],
  { acr, amr, asked }: { readonly acr: unknown; readonly amr: unknown; readonly asked: LoginMeansCode },
): ProviderLevel | null {
  const methods = (Array.isArray(amr) ? amr : []).filter((each) => typeof each === 'string').slice(0, 20);
  const names = typeof acr === 'string' ? [acr, ...methods] : methods;
  const told = levels
    .filter((level) => [level.acr, ...level.alsoTold].some((name) => names.includes(name)))
    .filter((level) => level.amr.every((method) => methods.includes(method)));
  const weakest = assuranceLevels.find((each) => told.some(({ assurance }) => assurance === each));
  const candidates = told.filter(({ assurance }) => assurance === weakest);
  // What is known only by a method of its own says more than what any method does.
  const exact = candidates.filter((level) => level.amr.length > 0);
  const named = exact.length > 0 ? exact : candidates;
  return named.find(({ means }) => means === asked) ?? named[0] ?? null;
}
