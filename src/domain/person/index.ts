export { findPersonBy } from './find-person.ts';
export { newSubjectIdentifier, parsePersonId, parseSubjectIdentifier } from './identifiers.ts';
export type { ImportedPerson } from './imported.ts';
export * from './model.ts';
export { newPerson } from './new-person.ts';
export type { NationalNumberRefusal, ParsedNationalNumber } from './parse-national-number.ts';
export { parseNationalNumber } from './parse-national-number.ts';
export { knownBehind, personBehind } from './person-behind.ts';
export type {
  EndingStore,
  Foundation,
  PersonStore,
  PersonsRegister,
  ReplacedNumber,
  Replacement,
} from './ports.ts';
export { formatNationalNumber, maskNationalNumber } from './show-national-number.ts';
export { writeBirthDate } from './write-birth-date.ts';
