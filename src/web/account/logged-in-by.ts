import type { Authentication } from '../../domain/login-means/index.ts';
import { countryInWords } from '../ui/country-in-words.ts';
import type { Frame } from '../ui/frame.ts';
import { meansInWords } from '../ui/means-words.ts';

/** By what somebody logged in, in words: the means, and of an eID of eIDAS its country. */
export function loggedInBy(
  frame: Frame,
  { means, country }: Pick<Authentication, 'means' | 'country'>,
): string {
  const { words } = frame;
  return country === null
    ? meansInWords(words, means)
    : words.say('account.eidOf', countryInWords(frame, country));
}
