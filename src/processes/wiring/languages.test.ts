import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '../../base/language.ts';
import { SettingsFailure } from '../../config/load.ts';
import { languagesOf } from './languages.ts';

test('logins are offered in the four languages, and in no other that nobody has read', () => {
  assert.deepEqual(languagesOf({ unreadLanguages: [] }).all, languages);
  assert.equal(languagesOf({ unreadLanguages: [] }).parse('pl'), null);
});

test('a language that nobody has read is offered where the settings name it', () => {
  const { all, parse } = languagesOf({ unreadLanguages: ['pl'] });
  assert.deepEqual(all, [...languages, 'pl']);
  assert.equal(parse('pl'), 'pl');
});

test('a language without texts is refused by name where the settings ask for it', () => {
  assert.throws(
    () => languagesOf({ unreadLanguages: ['xx'] }),
    (error) =>
      error instanceof SettingsFailure && /SLUIS_UNREAD_LANGUAGES names xx/.test(error.problems[0] ?? ''),
  );
  assert.throws(() => languagesOf({ unreadLanguages: ['en'] }), SettingsFailure, 'the four are always there');
});
