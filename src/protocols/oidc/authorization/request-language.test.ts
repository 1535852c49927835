import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLanguages, parsePathLanguage } from '../../../base/language.ts';
import { requestLanguage } from './request-language.ts';

const four = openLanguages();
const polish = parsePathLanguage('pl');
const five = openLanguages(polish ? [polish] : []);

test('the first of ui_locales that is offered is spoken, else what the browser prefers, else Dutch', () => {
  assert.equal(requestLanguage(four, 'fr-BE nl', 'de'), 'fr');
  assert.equal(requestLanguage(four, 'xx de', undefined), 'de');
  assert.equal(requestLanguage(four, undefined, 'xx,en;q=0.3,de;q=0.5'), 'de');
  assert.equal(requestLanguage(four, undefined, undefined), 'nl');
});

test('a language of the path is spoken where it is offered, and passed over where it is not', () => {
  assert.equal(requestLanguage(five, 'pl', 'nl'), 'pl');
  assert.equal(requestLanguage(five, 'pl-PL en', undefined), 'pl');
  assert.equal(requestLanguage(five, undefined, 'pl-PL,pl;q=0.9'), 'pl');
  assert.equal(requestLanguage(four, 'pl', 'nl'), 'nl');
  assert.equal(requestLanguage(four, 'pl fr', 'nl'), 'fr');
  assert.equal(requestLanguage(four, undefined, 'pl-PL,pl;q=0.9'), 'nl');
});
