import { parseCountryCode } from '../../../../domain/eidas-country/index.ts';
import type { Frame } from '../../../ui/frame.ts';
import type { Fragment } from '../../../ui/html.ts';
import { countryTag } from '../../case-facts.ts';

/** Flag and name, where there is such a country. */
export function countryWithFlag(frame: Frame, text: string): Fragment {
  const code = parseCountryCode(text === 'GR' ? 'EL' : text);
  return code === null ? text : countryTag(frame, code);
}
