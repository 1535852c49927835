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
const allowed: readonly Allowed[] = [
  {
    language: 'de',
    key: 'number.names.text',
    word: 'Nationalregisternummer',
    why: 'it tells all the names that the number has',
  },
  {
    language: 'en',
    key: 'number.names.text',
    word: 'national register number',
    why: 'it tells all the names that the number has',
  },
  {
    language: 'en',
    key: 'belgian.4.text',
    word: 'requester',
    why: 'the name of a detail of a right, as user management has it',
  },
  {
    language: 'nl',
    key: 'number.names.text',
    word: 'rijksregisternummer',
    why: 'it tells all the names that the number has',
  },
  {
    language: 'nl',
    key: 'frame.doubt',
    word: 'typ',
    why: 'an address is typed in the browser; only the fields of a form are filled in',
  },
  {
    language: 'fr',
    key: 'number.names.text',
    word: 'numéro de registre national',
    why: 'it tells all the names that the number has',
  },
  {
    language: 'fr',
    key: 'frame.doubt',
    word: 'tapez',
    why: 'an address is typed in the browser; only the fields of a form are filled in',
  },
];

type Words = {
  /** What no screen says: the third column. */
  readonly others: readonly string[];
  /** What stands in parentheses behind a term, word for word: there it explains the term. */
  readonly explanations: readonly string[];
};

/** The table of a language. `null` when it has none. */
function wordsOf(language: Language, glossary: string): Words | null {
  const section = glossary.split(`\n## Words on screens: ${headings[language]}\n`)[1]?.split('\n## ')[0];
  if (section === undefined) return null;
  const rows = section.split('\n').filter((line) => /^\| (?!concept )/.test(line));
  const columns = (at: number) => rows.map((row) => row.split('|')[at] ?? '');
  return {
    others: columns(3)
      .flatMap((column) => column.split(','))
      .map((word) => word.trim())
      .filter((word) => word !== '' && word !== '–'),
    explanations: columns(2).flatMap((column) => column.match(/\([^)]*\)/g) ?? []),
  };
}

/** Which other words a text says: whole words, whatever their capitals. Placeholders and their names are not said. */
function saidIn(text: string, { others, explanations }: Words): readonly string[] {
  const literal = elementsOf(parseText(text)).flatMap((element) =>
    element.type === 0 && 'value' in element
      ? [explanations.reduce((rest, each) => rest.replaceAll(each, '()'), String(element.value))]
      : [],
  );
  return others.filter((word) => {
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
    const words = wordsOf(language, glossary);
    assert.ok(words !== null, `GLOSSARY.md has no table “Words on screens: ${headings[language]}”`);
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

/** A double punctuation mark without a space that does not break on its inner side, or a straight apostrophe. */
const untidyFrench = /(?<!\u00a0)(?:[;?!»]|:(?=\s|$))|«(?!\u00a0)|'/u;

test('French keeps a space that does not break beside double punctuation, and a curly apostrophe', () => {
  const untidy = textsOf('fr').flatMap(({ path, key, text }) => {
    const found = untidyFrench.exec(text);
    return found === null ? [] : [{ path, what: `${key}: “${text.slice(0, found.index + 1).slice(-20)}”` }];
  });
  expectNone('french-punctuation', untidy);
  for (const wrong of ['Pourquoi ?', 'Un: deux', 'Un; deux', '« oui\u00a0»', "l'eID"])
    assert.match(wrong, untidyFrench);
  assert.doesNotMatch('Un\u00a0: «\u00a0oui\u00a0» ou SLU:2\u00a0?', untidyFrench);
});

test('the law of words knows one that is not ours', () => {
  const table = [
    '# Glossary',
    '## Words on screens: français',
    '| concept | term | not |',
    '|---|---|---|',
    '| delete | supprimer | effacer, effacez, vous ne devez |',
    '| number | numéro national (NISS ou numéro bis) | NISS |',
    '| eID | eID (f.) | – |',
    '## Words on screens: Deutsch',
    '| send | senden | schicken |',
  ].join('\n');
  const words = wordsOf('fr', table);
  assert.ok(words !== null);
  assert.deepEqual(words.others, ['effacer', 'effacez', 'vous ne devez', 'NISS']);
  assert.equal(wordsOf('nl', table), null);
  assert.deepEqual(saidIn('Effacez {count, plural, one {# page} other {# pages}}', words), ['effacez']);
  const inside = '{n, plural, one {effacer} other {<b>Vous ne devez</b> rien}}';
  assert.deepEqual(saidIn(inside, words), ['effacer', 'vous ne devez']);
  assert.deepEqual(saidIn('Remplacer, ré-effacer, {effacer}, supprimer', words), []);
  assert.deepEqual(saidIn('Votre numéro national (NISS ou numéro bis)', words), []);
  assert.deepEqual(saidIn('Votre numéro NISS', words), ['NISS']);
});
