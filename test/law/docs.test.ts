import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { commands } from '../../src/processes/command-line/commands.ts';
import { referencePages } from '../../src/processes/reference/reference-pages.ts';
import { expectNone } from './law.ts';
import { root } from './read-tree.ts';

test('the pages of reference say what the code says', () => {
  const stale = referencePages(commands).filter((page) => readPage(page.path) !== page.text());
  expectNone(
    'docs-in-step',
    stale.map(({ path }) => ({ path, what: 'is stale: run bin/sluis docs' })),
  );
});

function readPage(path: string): string | null {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null;
}
