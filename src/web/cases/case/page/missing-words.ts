import type { PlainKey } from '../../../texts/values.ts';
import type { Words } from '../../../ui/words.ts';

const known: Readonly<Record<string, PlainKey>> = {
  name: 'case.missing.name',
  'birth-year': 'case.missing.birth-year',
  'whole-birth-date': 'case.missing.whole-birth-date',
  'birth-place': 'case.missing.birth-place',
  sex: 'case.missing.sex',
  address: 'case.missing.address',
};

/** What is still needed for a number, in words. */
export function missingWords(words: Words, what: string): string {
  const key = known[what];
  return key === undefined ? what : words.say(key);
}
