import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atTheLatest, untilEndOf } from '../../src/base/in-writing.ts';
import { type Language, languages } from '../../src/base/language.ts';
import { askKeys, defaultTemplate, mailKeys, refuseKeys } from '../../src/domain/notification/index.ts';
import { texts } from '../../src/web/texts/index.ts';

/** A day that a text is given, however it is named and marked. */
const DAY = '(?:<b>)?\\{(?:date|day|until|dueDate|dueOn|due|replyUntil|latest|last|end|by)\\}(?:</b>)?';
/** Words that make a deadline of the day behind them, or before them. */
const around: Readonly<Record<Language, readonly string[]>> = {
  nl: [`(?:vóór|voor|tot|tegen|uiterlijk|ten laatste|binnen)(?: [a-zé]+){0,3} ${DAY}`],
  fr: [
    `(?:avant|jusqu’au|jusqu’à|d’ici|pour le|au plus tard|plus tard)(?: [a-zé]+){0,3} ${DAY}(?: inclus)?`,
    `${DAY} (?:inclus|au plus tard)`,
  ],
  de: [`(?:vor|bis|spätestens)(?: [a-zäöüß]+){0,3} ${DAY}`, `${DAY} (?:spätestens|einschließlich)`],
  en: [
    `(?:before|until|till|by|no later than|not later than)(?: [a-z]+){0,3} ${DAY}`,
    `on ${DAY} at the latest`,
    `${DAY} at the latest`,
  ],
};

/** What of a text says a deadline in another way than all others do. */
function otherwiseIn(text: string, language: Language): readonly string[] {
  const forms = [untilEndOf[language], atTheLatest[language]].map((write) => write('DAY'));
  const marked = new RegExp(DAY, 'g');
  const spoken = forms.reduce((rest, form) => rest.replaceAll(form, ''), text.replace(marked, 'DAY'));
  return around[language].flatMap((pattern) =>
    [...spoken.matchAll(new RegExp(`(?<!\\p{L})${pattern.replaceAll(DAY, 'DAY')}`, 'giu'))].map(
      ([found]) => found,
    ),
  );
}

test('a deadline is written in one way on pages, in lists and in mails', () => {
  const found = languages.flatMap((language) => {
    const pages = Object.entries(texts[language]);
    const mails = [...mailKeys, ...askKeys, ...refuseKeys].map((key): [string, string] => {
      const { subject, body } = defaultTemplate(key, language);
      return [key, `${subject}\n${body}`];
    });
    return [...pages, ...mails].flatMap(([key, text]) =>
      otherwiseIn(text, language).map((words) => `${language} ${key}: ${words}`),
    );
  });
  assert.deepEqual(found, [], 'say it as untilEndOf and atTheLatest in src/base/in-writing.ts do');
});

test('the law of deadlines knows them', () => {
  const wrong: readonly [Language, string][] = [
    ['nl', 'Antwoord vóór {date}.'],
    ['nl', 'Geldig tot <b>{until}</b>'],
    ['nl', 'Antwoord vóór het einde van {date}'],
    ['fr', 'Répondez avant le {date}'],
    ['fr', 'Valable jusqu’au {date}'],
    ['de', 'Antwort bis {date}'],
    ['de', 'Gültig bis einschließlich {date}'],
    ['en', 'Answer before the end of {dueDate}'],
    ['en', 'Reply by {date}'],
  ];
  for (const [language, text] of wrong) assert.equal(otherwiseIn(text, language).length, 1, text);
  for (const language of languages)
    for (const write of [untilEndOf[language], atTheLatest[language]])
      for (const day of ['{date}', '<b>{until}</b>'])
        assert.deepEqual(otherwiseIn(`X ${write(day)}.`, language), []);
});
