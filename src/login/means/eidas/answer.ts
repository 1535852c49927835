import type { CountryCode } from '../../../domain/eidas-country/index.ts';
import type { PresentedIdentity } from '../../../domain/identity-matching/index.ts';

/**
 * What came back from a member state, after every check that does not need the attempt. What the country that was asked did not sign
 * never gets here: it changes nothing.
 */
export type EidasAnswer =
  | { readonly kind: 'authenticated'; readonly identity: PresentedIdentity }
  | { readonly kind: 'cancelled'; readonly country: CountryCode }
  | { readonly kind: 'failed'; readonly country: CountryCode }
  /** It came after the time that a person may take at their country. */
  | { readonly kind: 'late'; readonly country: CountryCode }
  /** The country signed it, and a check after the signature failed. */
  | { readonly kind: 'refused'; readonly country: CountryCode }
  | { readonly kind: 'level-too-low'; readonly country: CountryCode }
  | { readonly kind: 'data-missing'; readonly country: CountryCode; readonly attribute: string };
