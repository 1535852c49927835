import type { CountryCode, CountryOffer, EidasCountry } from '../../../domain/eidas-country/index.ts';
import type { Departure } from '../../departure.ts';

/** Why a login by the eID of a country cannot go on as it is. */
export type EidasProblem =
  | { readonly kind: 'country-answer-refused'; readonly country: CountryCode | null }
  | { readonly kind: 'country-failed'; readonly country: CountryCode }
  | { readonly kind: 'country-level-too-low'; readonly country: CountryCode }
  | { readonly kind: 'country-data-missing'; readonly country: CountryCode; readonly attribute: string }
  | { readonly kind: 'country-unavailable'; readonly country: CountryCode };

/** How a way to a country ended where nothing was proved. */
export type EidasNotice =
  | { readonly kind: 'country-cancelled'; readonly country: CountryCode }
  | { readonly kind: 'country-late'; readonly country: CountryCode }
  | { readonly kind: 'country-failed'; readonly country: CountryCode; readonly problem: EidasProblem }
  | { readonly kind: 'country-unavailable'; readonly country: CountryCode };

/**
 * A country was chosen, by a link, which may be followed twice: it leads there with the request that waits there already. `after` is the mark
 * of a request that the person went there with, from a page that knows of it: a new one is wanted.
 */
export type EidasChoice = {
  readonly kind: 'choose-country';
  readonly country: string;
  readonly after?: string | null;
};

/** What was wrong with a choice. */
export type EidasInputError = { readonly field: 'country'; readonly code: 'choose' | 'not-usable' };

/** Enough to know a request again by, and to learn nothing of the rest. */
export function markOfRequest(id: string): string {
  return id.slice(-8);
}

/** What a login keeps while it waits for a country. */
export type WaitingThere = { readonly country: CountryCode; readonly requestId: string };

/** Where a login waits for an answer; the link that leads there anew carries the mark of the request as `after`. */
export type SentBefore = { readonly country: CountryCode; readonly mark: string };

/** The way to a country; `repeats`: the request that went there before, when this is the same once more. */
export type WayThere = {
  readonly country: EidasCountry;
  readonly departure: Departure;
  readonly repeats: SentBefore | null;
};

/** How the country of the last time stands now. */
export type LastOffer = CountryOffer;

export type EidasPage<Notice> =
  | {
      readonly kind: 'country';
      readonly offers: readonly CountryOffer[];
      /** The one whose eID was used last in this browser. */
      readonly lastUsed: CountryCode | null;
      readonly notice: Notice | null;
      readonly canGoBack: boolean;
      /** Where the person was sent already. */
      readonly sent: SentBefore | null;
    }
  /** The person is (supposed to be) at the country; shown on reload or back. */
  | { readonly kind: 'at-country'; readonly country: EidasCountry; readonly sent: SentBefore };
