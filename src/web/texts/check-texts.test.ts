import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { pages, pageView } from '../../../test/support/web-fixtures.ts';
import { openAssets } from '../http/assets/assets.ts';
import { openFrames } from '../http/frames.ts';
import { journeyPage } from '../login/journey-page.ts';
import { openWords } from '../ui/words.ts';
import { checkTexts } from './check-texts.ts';
import { texts } from './index.ts';
import { readMessages } from './read-texts.ts';

const ours = fileURLToPath(new URL('.', import.meta.url));

describe('a translator who hands in a file', () => {
  let root = '';
  const number = () => join(root, 'texts/fr/login/number.json');
  const faults = (plain = false) => checkTexts(root, { path: 'texts', plain });
  const change = (from: string, to: string) => {
    const text = readFileSync(number(), 'utf8');
    assert.ok(text.includes(from), from);
    writeFileSync(number(), text.replace(from, to));
  };
  const lineWith = (words: string) =>
    readFileSync(number(), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(words)) + 1;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sluis-texts-'));
    for (const language of ['en', 'fr'])
      cpSync(join(ours, language, 'login'), join(root, 'texts', language, 'login'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('finds the changed words on the page', () => {
    const title = texts.fr['number.title'];
    const shown = () => {
      const words = openWords('fr', { ...texts.fr, ...readMessages(join(root, 'texts'), 'fr') });
      const frame = { ...openFrames(openAssets(), false)({ language: 'fr', path: '/' }), words };
      const page = journeyPage(pageView(pages.number ?? assert.fail(), 'fr'), {
        frame,
        errors: [],
        typed: {},
        query: '',
        contact: { telephone: '' },
        now: new Date(0),
      });
      return /<h1>(.*)<\/h1>/.exec(page.toString())?.[1];
    };
    assert.equal(shown(), title);
    change(title, 'Quel est votre numéro belge ?');
    assert.equal(shown(), 'Quel est votre numéro belge ?');
    assert.deepEqual(faults(), []);
  });

  test('is told nothing when everything is in order', () => {
    assert.deepEqual(faults(), []);
    change('"defaultMessage"', '"description": "Written by a tool.", "defaultMessage"');
    assert.deepEqual(faults(), [], 'a tool may repeat the description');
  });

  test('is told the file, the line, the text and the placeholder that it lacks', () => {
    change('{moment}', 'plus tard');
    const line = lineWith('plus tard');
    assert.ok(line > 1);
    assert.deepEqual(faults(), [
      { path: 'texts/fr/login/number.json', line, what: 'number.usedUp.text lacks {moment}' },
    ]);
  });

  test('is told of a placeholder, a mark or a plural that English does not have', () => {
    change('{moment}', '{moment} {hour} <b>!</b>');
    change('{theCountry}', '{country, plural, one {un} other {#}}');
    assert.deepEqual(
      faults().map(({ what }) => what),
      [
        'number.loggedIn has {country} as a number; in English it is a value',
        'number.usedUp.text has {hour}, which English does not have',
        'number.usedUp.text has <b>, which English does not have',
      ],
    );
  });

  test('is told of a text that is missing, empty, or no key of ours', () => {
    change('"number.title"', '"number.titel"');
    change(
      /"number.sex": \{\s*"defaultMessage": "(.*)"/.exec(readFileSync(number(), 'utf8'))?.[1] ?? '?',
      ' ',
    );
    assert.deepEqual(
      faults().map(({ what }) => what),
      ['number.sex is empty', 'number.title is missing', 'number.titel is no key of English'],
    );
  });

  test('is told of words that cannot be read', () => {
    change('{moment}', '{moment');
    const [fault] = faults();
    assert.match(fault?.what ?? '', /^number\.usedUp\.text cannot be read/);
    assert.equal(fault?.line, lineWith('{moment'));
    change('"defaultMessage"', '"defaultMessage" "');
    assert.match(faults()[0]?.what ?? '', /^is no JSON/);
  });

  test('is told of a plural form that whole numbers take in the language', () => {
    change('one {', '=1 {');
    assert.deepEqual(
      faults().map(({ what }) => what),
      ['number.can.check lacks the plural form “one”'],
    );
  });

  test('of mails is told that a mail has plain placeholders alone', () => {
    const mails = faults(true).map(({ what }) => what);
    assert.ok(mails.some((what) => what.startsWith('number.can.check may hold plain {placeholders} alone')));
    assert.ok(mails.every((what) => !what.startsWith('number.usedUp.text')));
  });
});
