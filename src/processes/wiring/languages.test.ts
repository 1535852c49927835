import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '../../base/language.ts';
import { SettingsFailure } from '../../config/load.ts';
import { pathLanguagesIn } from '../../web/index.ts';
import { languagesOf } from './languages.ts';

const read = pathLanguagesIn().flatMap(({ language, isRead }) => (isRead ? [language] : []));
const unread = pathLanguagesIn().flatMap(({ language, isRead }) => (isRead ? [] : [language]));

test('logins are offered in the four languages, and in no other that nobody has read', () => {
  const { all, parse } = languagesOf({ unreadLanguages: [] });
  assert.deepEqual(all, [...languages, ...read]);
  for (const language of unread) assert.equal(parse(language), null);
});

test('a language that nobody has read is offered where the settings name it, behind the others', () => {
  for (const language of unread) {
    const { all, parse } = languagesOf({ unreadLanguages: [language] });
    assert.deepEqual(
      all.filter((each) => !read.some((known) => known === each)),
      [...languages, language],
    );
    assert.equal(parse(language), language);
  }
});

test('a language without texts is refused by name where the settings ask for it', () => {
  assert.throws(
    () => languagesOf({ unreadLanguages: ['xx'] }),
    (error) =>
      error instanceof SettingsFailure && /SLUIS_UNREAD_LANGUAGES names xx/.test(error.problems[0] ?? ''),
  );
  assert.throws(() => languagesOf({ unreadLanguages: ['en'] }), SettingsFailure, 'the four are always there');
});
