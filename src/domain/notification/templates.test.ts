import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailSender } from '../../../test/support/mail-sender.ts';
import { languages } from '../../base/language.ts';
import { holdsNumber } from './hide-numbers.ts';
import {
  askKeys,
  checkTemplate,
  defaultTemplate,
  exampleFrame,
  exampleValues,
  mailKeys,
  placeholdersOf,
  refuseKeys,
  renderMail,
} from './index.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
/** Around a wording stands nothing. */
const bare = { service: 'Sluis', authority: null, linkNote: null, closing: [], foot: [] };
const keys = [...mailKeys, ...askKeys, ...refuseKeys];

test('every text that Sluis brings along would pass the check of an edited one', () => {
  for (const key of keys)
    for (const language of languages)
      assert.deepEqual(checkTemplate(defaultTemplate(key, language)), [], `${key} in ${language}`);
});

test('a text uses the same placeholders and has the same parts in all languages', () => {
  for (const key of keys) {
    const shapes = languages.map((language) => {
      const { subject, body } = defaultTemplate(key, language);
      const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      return { subject: names(subject), body: names(body), parts: body.split('\n').length };
    });
    for (const shape of shapes) assert.deepEqual(shape, shapes[0], key);
  }
});

test('every text renders in all languages: words filled in, the subject on one line, the language told', () => {
  for (const key of keys)
    for (const language of languages) {
      const { subject, text, html } = renderMail(
        defaultTemplate(key, language),
        exampleValues(language, NOW, 'https://login.example.org'),
        exampleFrame({ key, language }, NOW, mailSender) ?? bare,
      );
      assert.doesNotMatch(`${subject}${text}${html}`, /\{\w+\}/, `${key} in ${language}`);
      assert.doesNotMatch(subject, /[\r\n]/);
      assert.ok(subject.length <= 100, `${key} in ${language}: ${subject}`);
      assert.ok(html.includes(`<html lang="${language}"`));
      assert.doesNotMatch(html, /<(script|img|link|table|form)\b|src=|url\(|@import/);
    }
});

test('no subject and no text that Sluis brings along holds a number, and a secret is never in a subject', () => {
  for (const key of keys)
    for (const language of languages) {
      const { subject, body } = defaultTemplate(key, language);
      assert.ok(!holdsNumber(subject) && !holdsNumber(body));
      assert.doesNotMatch(subject, /\{(number|code|message|reason|link)\}/);
    }
});

test('texts keep the tone: polite, without reproach and without begging', () => {
  const unwanted = {
    nl: /(?<!\p{L})(gelieve|alstublieft|sorry|ongeldig|helaas|jij|jouw|je)(?!\p{L})/iu,
    fr: /(?<!\p{L})(veuillez|désolé|malheureusement|tu|ton|tes)(?!\p{L})|s’il vous plaît/iu,
    de: /(?<!\p{L})(bitte|leider|ungültig|du|dein|deine)(?!\p{L})/iu,
    en: /\b(please|sorry|unfortunately|invalid|illegal|forbidden)\b/i,
  };
  for (const key of keys)
    for (const language of languages) {
      const { subject, body } = defaultTemplate(key, language);
      assert.doesNotMatch(`${subject}\n${body}`, unwanted[language], `${key} in ${language}`);
    }
});

test('what a template must hold is what it may hold, once', () => {
  for (const key of keys) {
    const { required, optional } = placeholdersOf(key);
    assert.equal(new Set([...required, ...optional]).size, required.length + optional.length);
  }
});

test('a French text never lets a line end before ? ! : ; or inside « »', () => {
  for (const key of keys) {
    const { subject, body } = defaultTemplate(key, 'fr');
    assert.doesNotMatch(`${subject}\n${body}`, / [?!;:»](\s|$)|« /m, key);
  }
});
