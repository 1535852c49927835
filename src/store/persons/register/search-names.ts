import { foldText } from '../../../base/fold-text.ts';
import type { Name } from '../../../domain/person/index.ts';

/** Characters of a name that can be searched for: longer ones would not fit into an index. */
const LONGEST = 300;
/** Shorter parts of a name are looked for at the beginning of words only: the index knows groups of three. */
const SHORTEST_INSIDE = 3;
const MOST_WORDS = 3;

/** What a person is searched and sorted by: family name, given names, both in their own script too; a space before each word. */
export function searchNameOf(familyName: Name, givenNames: Name): string {
  const parts = [familyName.latin, givenNames.latin, familyName.original ?? '', givenNames.original ?? ''];
  const folded = parts.map(foldText).filter((part) => part !== '');
  return ` ${folded.join(' ')}`.slice(0, LONGEST);
}

/** Patterns for `like` that all have to fit, one per word that was typed; the longest three. Empty: nothing to search for. */
export function searchPatterns(search: string): readonly string[] {
  const words = foldText(search.slice(0, LONGEST))
    .split(' ')
    .filter((word) => word !== '');
  return words
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_WORDS)
    .map((word) => (word.length < SHORTEST_INSIDE ? `% ${word}%` : `%${word}%`));
}
