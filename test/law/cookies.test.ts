import test from 'node:test';
import { expectNone } from './law.ts';
import { readTree } from './read-tree.ts';

const WRITER = 'src/base/browser-cookie.ts';

test('the flags of a cookie are written in one place', () => {
  const others = readTree().filter(
    ({ path, isTest, tree }) =>
      path.startsWith('src/') && !isTest && path !== WRITER && /; SameSite=/.test(tree.text),
  );
  expectNone(
    'cookies',
    others.map(({ path }) => ({ path, what: `writes a cookie by itself: ${WRITER} does` })),
  );
});
