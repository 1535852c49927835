import { type CountryCode, isTestCountry } from '../../domain/eidas-country/index.ts';
import type { Frame } from './frame.ts';
import { type Fragment, html } from './html.ts';

/** The countries whose flags are drawn in one file, so that a page with all of them asks for one: those of the eIDAS network. */
export const flagsTogether: readonly string[] =
  'AT BE BG CH CY CZ DE DK EE EL ES EU FI FR GB HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
    ' ',
  );

/** A flag is decoration: the name next to it says which country it is. A test country has none. */
export function flag({ asset }: Frame, code: CountryCode): Fragment {
  if (isTestCountry(code)) return null;
  if (!flagsTogether.includes(code))
    return html`<img class="flag" src="${asset(`flags/${code}.svg`)}" alt="" width="36" height="24">`;
  return html`<svg class="flag" width="36" height="24" aria-hidden="true" focusable="false"><use href="${asset('flags.svg')}#${code}"/></svg>`;
}
