import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { referencePages } from '../../src/processes/reference-pages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

for (const { path, text } of referencePages) {
  test(`${path} says what the code says (npx sluis docs writes it anew)`, () => {
    assert.equal(readFileSync(join(root, path), 'utf8'), text());
  });
}
