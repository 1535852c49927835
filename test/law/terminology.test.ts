import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import test from 'node:test';
import { type Language, languages } from '../../src/base/language.ts';
import { elementsOf, parseText } from '../../src/web/texts/holes.ts';
import { textFilesIn } from '../../src/web/texts/read-texts.ts';
import { expectNone } from './law.ts';
import { root } from './read-tree.ts';

/** How each language is called above its table in the glossary. */
const headings: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  fr: 'français',
  de: 'Deutsch',
  en: 'English',
};

type Text = { readonly path: string; readonly key: string; readonly text: string };
type Allowed = {
  readonly language: Language;
  readonly key: string;
  readonly word: string;
  readonly why: string;
};

/** Where a word may stand that has a better one elsewhere, and why. An entry that nothing needs any more fails too. */
const allowed: readonly Allowed[] = [];

/** The words that do not stand on screens: the third column of a language's table. `null` when it has no table. */
function otherWordsFor(language: Language, glossary: string): readonly string[] | null {
  const section = glossary.split(`\n## Words on screens: ${headings[language]}\n`)[1]?.split('\n## ')[0];
  if (section === undefined) return null;
  const rows = section.split('\n').filter((line) => /^\| (?!concept )/.test(line));
  const words = rows.flatMap((row) => (row.split('|')[3] ?? '').split(','));
  return words.map((word) => word.trim()).filter((word) => word !== '' && word !== '–');
}

/** Which of these words a text says: whole words, whatever their capitals. Placeholders and their names are not said. */
function saidIn(text: string, words: readonly string[]): readonly string[] {
  const literal = elementsOf(parseText(text)).flatMap((element) =>
    element.type === 0 && 'value' in element ? [String(element.value)] : [],
  );
  return words.filter((word) => {
    const pattern = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
    const whole = new RegExp(`(?<![\\p{L}\\p{N}-])${pattern}(?![\\p{L}\\p{N}-])`, 'iu');
    return literal.some((piece) => whole.test(piece));
  });
}

/** Every text of pages and mails in a language. */
function textsOf(language: Language): readonly Text[] {
  return ['src/web/texts', 'src/domain/notification/texts'].flatMap((folder) =>
    textFilesIn(join(root, folder), language).flatMap(({ path }) =>
      Object.entries<{ readonly defaultMessage: string }>(JSON.parse(readFileSync(path, 'utf8'))).map(
        ([key, { defaultMessage }]) => ({ path: relative(root, path), key, text: defaultMessage }),
      ),
    ),
  );
}

const glossary = readFileSync(join(root, 'GLOSSARY.md'), 'utf8');

test('pages and mails use the word that the glossary has for a thing, in every language', () => {
  const said = languages.flatMap((language) => {
    const words = otherWordsFor(language, glossary) ?? [];
    return textsOf(language).flatMap((text) =>
      saidIn(text.text, words).map((word) => ({ ...text, language, word })),
    );
  });
  const covers = (one: Allowed, other: (typeof said)[number]) =>
    one.language === other.language && one.key === other.key && one.word === other.word;
  expectNone(
    'terminology',
    said
      .filter((each) => !allowed.some((one) => covers(one, each)))
      .map(({ path, key, word }) => ({ path, what: `${key} says “${word}”: GLOSSARY.md has another word` })),
  );
  const idle = allowed.filter((one) => !said.some((each) => covers(one, each)));
  assert.deepEqual(idle, [], 'these words are not said there any more');
});

test('the law of words knows one that is not ours', () => {
  const table = [
    '# Glossary',
    '## Words on screens: français',
    '| concept | term | not |',
    '|---|---|---|',
    '| delete | supprimer | effacer, effacez, vous ne devez |',
    '| eID | eID (f.) | – |',
    '## Words on screens: Deutsch',
    '| send | senden | effacer2 |',
  ].join('\n');
  const words = otherWordsFor('fr', table) ?? [];
  assert.deepEqual(words, ['effacer', 'effacez', 'vous ne devez']);
  assert.equal(otherWordsFor('nl', table), null);
  assert.deepEqual(saidIn('Effacez {count, plural, one {# page} other {# pages}}', words), ['effacez']);
  assert.deepEqual(saidIn('{n, plural, one {effacer} other {<b>Vous ne devez</b> rien}}', words), [
    'effacer',
    'vous ne devez',
  ]);
  assert.deepEqual(saidIn('Remplacer, ré-effacer, {effacer}, supprimer', words), []);
});
