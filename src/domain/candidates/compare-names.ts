import { isNoName } from '../identity-matching/index.ts';
import type { RegisteredPerson } from '../person/index.ts';
import { foldedWords } from './fold-name.ts';
import type { Sought } from './model.ts';
import { areSame, compareName, type NameAgreement, spellingsOf } from './name-spellings.ts';

export type NamesAgreement = {
  readonly family: NameAgreement;
  readonly given: NameAgreement | 'first-same';
  /** Family name and given names stand in each other's place. */
  readonly isSwapped: boolean;
  /** A side holds one name alone, and it is a name of the other. */
  readonly isOneName: boolean;
  readonly isPreviousName: boolean;
};

/** How the names of an applicant agree with those of a person of the register. */
export function compareNames(sought: Sought, registered: RegisteredPerson): NamesAgreement {
  return {
    family: compareName(sought.familyName, registered.familyName),
    given: compareGivenNames(sought, registered),
    isSwapped: isSwapped(sought, registered),
    isOneName: isOneName(sought, registered),
    isPreviousName: sought.previousNames.some((name) => isPreviousName(name, sought, registered)),
  };
}

function compareGivenNames(sought: Sought, registered: RegisteredPerson): NamesAgreement['given'] {
  const whole = compareName(sought.givenNames, registered.givenNames);
  if (whole !== 'similar' && whole !== 'different') return whole;
  const [first = ''] = foldedWords(registered.givenNames);
  const isFirstSame = spellingsOf(sought.givenNames).some((given) => foldedWords(given)[0] === first);
  return isFirstSame && first !== '' ? 'first-same' : whole;
}

function isSwapped({ familyName, givenNames }: Sought, registered: RegisteredPerson): boolean {
  if (haveOne(familyName.latin, givenNames.latin) || haveOne(registered.familyName, registered.givenNames)) {
    return false;
  }
  return (
    isHeld(compareName(familyName, registered.givenNames)) &&
    isHeld(compareName(givenNames, registered.familyName))
  );
}

function isOneName({ familyName, givenNames }: Sought, registered: RegisteredPerson): boolean {
  const isOne =
    haveOne(familyName.latin, givenNames.latin) || haveOne(registered.familyName, registered.givenNames);
  return (
    isOne &&
    [familyName, givenNames].some((name) =>
      [registered.familyName, registered.givenNames].some((held) => isHeld(compareName(name, held))),
    )
  );
}

function haveOne(family: string, given: string): boolean {
  return isNoName(family) || isNoName(given) || areSame(family, given);
}

/** The registered family name is the former name, alone or together with a given name before or behind it. */
function isPreviousName(name: string, { givenNames }: Sought, { familyName }: RegisteredPerson): boolean {
  const own = new Set(spellingsOf(givenNames).flatMap(foldedWords));
  const family = foldedWords(name).filter((word) => !own.has(word));
  return (
    areSame(name, familyName) || (family.length > 0 && family.join('') === foldedWords(familyName).join(''))
  );
}

function isHeld(agreement: NameAgreement): boolean {
  return agreement === 'same' || agreement === 'same-after-transliteration';
}
