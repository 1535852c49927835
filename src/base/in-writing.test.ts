import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateWriter } from './in-writing.ts';

const long = { dateStyle: 'long', timeZone: 'UTC' } as const;

test('the first of a month is an ordinal in French, and no other day is', () => {
  const write = dateWriter('fr', long);
  assert.equal(write(new Date('2026-12-01T00:00:00Z')), '1er décembre 2026');
  assert.equal(write(new Date('2026-12-11T00:00:00Z')), '11 décembre 2026');
  assert.equal(write(new Date('2026-12-21T00:00:00Z')), '21 décembre 2026');
});

test('the first of a month is a plain number in the other languages', () => {
  const first = new Date('2026-12-01T00:00:00Z');
  assert.deepEqual(
    (['nl', 'de', 'en'] as const).map((language) => dateWriter(language, long)(first)),
    ['1 december 2026', '1. Dezember 2026', '1 December 2026'],
  );
});
