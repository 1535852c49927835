import type { CountryOutcomes, ShownOutcomes } from './model.ts';

/** Fewer cases than this could be recognised as somebody. */
export const FEWEST_SHOWN = 5;

/** How many cases a country has. */
export function casesOf({ linked, newNumber, refused }: Omit<CountryOutcomes, 'country'>): number {
  return linked + newNumber + refused;
}

/**
 * Outcomes per country, most cases first. Countries with fewer than five cases are told together; when those are fewer than
 * five as well, or one country alone, the next smallest joins them, so that nobody can take one from the other. Fewer than
 * five cases in all are not told.
 */
export function showOutcomes(outcomes: readonly CountryOutcomes[]): ShownOutcomes {
  const sorted = [...outcomes].sort(
    (one, other) => casesOf(other) - casesOf(one) || (one.country < other.country ? -1 : 1),
  );
  let shown = sorted.filter((each) => casesOf(each) >= FEWEST_SHOWN);
  let hidden = sorted.slice(shown.length);
  while (
    hidden.length > 0 &&
    shown.length > 0 &&
    (hidden.length === 1 || casesOf(sumOf(hidden)) < FEWEST_SHOWN)
  ) {
    hidden = [...shown.slice(-1), ...hidden];
    shown = shown.slice(0, -1);
  }
  const others = sumOf(hidden);
  return { countries: shown, others: casesOf(others) >= FEWEST_SHOWN ? others : null };
}

function sumOf(outcomes: readonly CountryOutcomes[]): Omit<CountryOutcomes, 'country'> {
  return outcomes.reduce(
    (sum, each) => ({
      linked: sum.linked + each.linked,
      newNumber: sum.newNumber + each.newNumber,
      refused: sum.refused + each.refused,
    }),
    { linked: 0, newNumber: 0, refused: 0 },
  );
}
