import { visibleText } from './visible-text.ts';

/**
 * For searching: letters and digits alone, without diacritics and what does not show, in lower case, words apart by one space.
 * `assets/sluis.js` folds the same way.
 */
export function foldText(text: string): string {
  return visibleText(text)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
