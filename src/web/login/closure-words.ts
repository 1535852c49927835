import { textIn } from '../../base/language.ts';
import type { CountryClosure } from '../../domain/eidas-country/index.ts';
import type { Frame } from '../ui/frame.ts';

/** Why a country cannot be chosen: in the words of its own file, or by the kind of the reason. */
export function closureInWords({ words }: Frame, { reason, text }: CountryClosure): string {
  return (text && textIn(text, words.language)) || words.say(`closure.${reason}`);
}
