import { nameKeys, transliterate } from '../identity-matching/index.ts';
import type { Name } from '../person/index.ts';
import { foldedWords, foldName } from './fold-name.ts';
import { likenessOf } from './likeness-of.ts';

/** From here on two names are alike: `Papadopulos` and `Papadopoulos`, `Georgios` and `Giorgos`. */
const ALIKE = 0.72;

export type NameAgreement = 'same' | 'same-after-transliteration' | 'similar' | 'different' | 'missing';

/** The Latin spelling, and the one that the law of the country makes of the original. */
export function spellingsOf(name: Name): readonly string[] {
  const transliterated = name.original === null ? null : transliterate(name.original);
  // Whoever has only the original script may have put it in the place of the Latin one.
  const latin = transliterate(name.latin) ?? name.latin;
  return transliterated === null || transliterated === latin ? [latin] : [latin, transliterated];
}

/** How far a name agrees with what the register holds. */
export function compareName(name: Name, registered: string): NameAgreement {
  const [latin = '', transliterated = null] = spellingsOf(name);
  if (nameKeys(registered).size === 0 || nameKeys(latin).size === 0) return 'missing';
  if (areSame(latin, registered)) return name.latin === latin ? 'same' : 'same-after-transliteration';
  if (transliterated !== null && areSame(transliterated, registered)) return 'same-after-transliteration';
  return [latin, transliterated ?? latin].some((spelling) => areAlike(spelling, registered))
    ? 'similar'
    : 'different';
}

/** Whether two names have a spelling in common, whatever the spaces, hyphens and transliteration. */
export function areSame(one: string, other: string): boolean {
  const keys = nameKeys(other);
  return [...nameKeys(one)].some((key) => keys.has(key));
}

/** Whether two names are alike, or one word of them is the same. */
export function areAlike(one: string, other: string): boolean {
  const words = new Set(foldedWords(other).filter((word) => word.length > 2));
  if (foldedWords(one).some((word) => words.has(word))) return true;
  return likenessOf(joined(one), joined(other)) >= ALIKE;
}

function joined(name: string): string {
  return foldName(name).replaceAll(' ', '');
}
