import type { Problem } from '../../src/login/index.ts';
import { tileOf } from './tile-examples.ts';
import { germany } from './web-fixtures.ts';

const code = germany.code;
/** One problem of each kind that a login can end at. */
export const problems: readonly Problem[] = [
  { kind: 'expired' },
  { kind: 'other-browser' },
  { kind: 'already-finished' },
  { kind: 'link-ended' },
  { kind: 'changed-elsewhere' },
  { kind: 'unknown-attempt' },
  { kind: 'country-answer-refused', country: code },
  { kind: 'country-answer-refused', country: null },
  { kind: 'country-failed', country: code },
  { kind: 'country-level-too-low', country: code },
  { kind: 'country-data-missing', country: code, attribute: 'DateOfBirth' },
  { kind: 'country-unavailable', country: code },
  { kind: 'means-too-weak', means: 'csamsms', assurance: 'substantial' },
  { kind: 'means-not-accepted', tile: tileOf('itsme').code },
  { kind: 'means-blocked', means: 'appcode' },
  { kind: 'number-ended' },
  { kind: 'no-means-possible' },
];
