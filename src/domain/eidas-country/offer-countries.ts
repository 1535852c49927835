import { dayOf } from '../../base/calendar.ts';
import { type AssuranceLevel, isAtLeast } from '../assurance/index.ts';
import type { CountryClosure, CountryHealth, CountryOffer, EidasCountry } from './model.ts';
import { isTestCountry } from './parse-country-code.ts';

/**
 * How each country stands for an application at a moment: usable, or not, with the reason and the alternative. In this order: what
 * the operator decided, the dates, the level of the notified means, the connection, its health. A country that is open
 * without a list of means is judged by the level its node delivers.
 */
export function offerCountries(ask: {
  readonly countries: readonly EidasCountry[];
  readonly health: readonly CountryHealth[];
  readonly required: AssuranceLevel;
  readonly at: Date;
  /** Whether this is a test installation: elsewhere nobody sees a test country. */
  readonly testCountries?: boolean;
}): readonly CountryOffer[] {
  const shown = ask.countries.filter(({ code }) => ask.testCountries === true || !isTestCountry(code));
  return shown.map((country) => {
    const health = ask.health.find((each) => each.code === country.code) ?? null;
    const closure = closureOf(country, health, ask.required, ask.at);
    return { country, usable: closure ? { kind: 'not-usable', closure } : { kind: 'usable' } };
  });
}

function closureOf(
  country: EidasCountry,
  health: CountryHealth | null,
  required: AssuranceLevel,
  at: Date,
): CountryClosure | null {
  if (country.status.kind === 'closed') return country.status.closure;
  if (!isInForce(country, at)) return { reason: 'not-connected', text: null };
  if (!reachesLevel(country, required)) return { reason: 'level-too-low', text: null };
  if (country.metadata === null) return { reason: 'not-connected', text: null };
  const isBroken = health?.kind === 'metadata-expired' || health?.kind === 'failing';
  return isBroken ? { reason: 'temporary-problem', text: null } : null;
}

/** Dates of notification are calendar dates: they begin at midnight in Brussels; `validUntil` is exclusive. */
function isInForce({ validFrom, validUntil }: EidasCountry, at: Date): boolean {
  const today = dayOf(at);
  return (validFrom === null || validFrom <= today) && (validUntil === null || today < validUntil);
}

function reachesLevel({ means }: EidasCountry, required: AssuranceLevel): boolean {
  return means.length === 0 || means.some((each) => isAtLeast(each.assurance, required));
}
