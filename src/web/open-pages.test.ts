import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '../base/language.ts';
import { openPages } from './open-pages.ts';

const pages = openPages({
  origin: 'https://login.example.org',
  demo: false,
  contact: { telephone: '+32 2 553 17 00' },
  clock: () => new Date('2026-11-22T12:00:00Z'),
});

test('who is asked to wait gets a button that asks for the same page again, in every language', () => {
  for (const language of languages) {
    const shown = { problem: 'too-many-requests', language, correlation: 'K7PX-2M9D' } as const;
    const page = pages.protocolProblem(shown);
    assert.match(page, /<a class="btn" href="">[^<]+<\/a>/);
    assert.match(page, /<a class="btn sec" href="\/">/, 'and the home page beside it');
  }
});
