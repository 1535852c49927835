import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { languages } from '../../base/language.ts';
import { refusalReasons } from '../../domain/casework/index.ts';
import { isHoleOfCountry } from './country-forms.ts';
import { type TextKey, texts } from './index.ts';

const keys = Object.keys(texts.en) as TextKey[];

/** The names of values and marks in a text, at any depth, each once, in alphabetical order. The forms of a country are one value. */
function holes(text: string): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const part of value) walk(part);
    if (typeof value !== 'object' || value === null) return;
    const element = value as { type?: number; value?: unknown };
    // Types of @formatjs: 0 literal, 1 argument, 6 plural, 8 tag.
    if (
      typeof element.type === 'number' &&
      element.type !== 0 &&
      element.type !== 7 &&
      typeof element.value === 'string'
    )
      found.add(`${element.type}:${isHoleOfCountry(element.value) ? 'country' : element.value}`);
    for (const part of Object.values(value)) walk(part);
  };
  walk(new IntlMessageFormat(text, 'en').getAst());
  return [...found].sort();
}

describe('texts', () => {
  for (const language of languages) {
    test(`exist in ${language} for every key, and none is empty`, () => {
      assert.deepEqual(Object.keys(texts[language]).sort(), [...keys].sort());
      assert.deepEqual(
        keys.filter((key) => texts[language][key].trim() === ''),
        [],
      );
    });

    test(`hold the same values and marks in ${language} as in English`, () => {
      const differing = keys.filter(
        (key) => holes(texts[language][key]).join() !== holes(texts.en[key]).join(),
      );
      assert.deepEqual(differing, []);
    });

    test(`in ${language} never beg, blame or speak of what is invalid`, () => {
      const words =
        /\b(sorry|oops|please|invalid|illegal|forbidden|gelieve|ongeldig|invalide|ungültig|verboten)\b/i;
      assert.deepEqual(
        keys.filter((key) => words.test(texts[language][key])),
        [],
      );
    });
  }

  test('call a reason to refuse by one name, on the page that refuses and among the templates', () => {
    for (const language of languages)
      for (const reason of refusalReasons)
        assert.equal(
          texts[language][`desk.template.refuse-${reason}`],
          texts[language][`case.refusal.${reason}`],
          `${reason} in ${language}`,
        );
  });

  test('are translated: a long text is never the same in two languages', () => {
    const same = languages.flatMap((one) =>
      languages
        .filter((other) => other > one)
        .flatMap((other) =>
          keys.filter((key) => texts[one][key].length > 20 && texts[one][key] === texts[other][key]),
        ),
    );
    assert.deepEqual(same, []);
  });

  test('in French never let a line end before ? ! : ; or inside « »', () => {
    const broken = keys.filter((key) => / [?!;:»](\s|$)|« /.test(texts.fr[key]));
    assert.deepEqual(broken, []);
  });
});
