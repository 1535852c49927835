import { haveCommonKey, nameKeys } from '../identity-matching/index.ts';
import type { KnownNames } from './model.ts';

/**
 * Whether names as an administrator knows them are those of a person, by the keys of matching: the family name whole, of the given names
 * all, or the first of those that are registered. A likeness is no name.
 */
export function haveSameNames(known: KnownNames, person: KnownNames): boolean {
  if (!haveCommonKey(nameKeys(known.familyName), nameKeys(person.familyName))) return false;
  const typed = nameKeys(known.givenNames);
  const registered = person.givenNames.split(/[\s,]+/u).filter((word) => word !== '');
  return registered.some((_, place) =>
    haveCommonKey(typed, nameKeys(registered.slice(0, place + 1).join(' '))),
  );
}
