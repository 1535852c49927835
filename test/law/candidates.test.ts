import test from 'node:test';
import { expectNone } from './law.ts';
import { readTree } from './read-tree.ts';

/** Whatever lets somebody in: Implementing Regulation (EU) 2025/846 article 2(7) allows the exact alone. */
const granting = /^src\/(login|protocols|domain\/(identity-matching|person|registration|capacity|rights))\//;

test('nothing that grants access knows candidates: likeness is for the eyes of agents', () => {
  expectNone(
    'candidates-grant-nothing',
    readTree()
      .filter(({ path, isTest }) => granting.test(path) && !isTest)
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target }) => target?.startsWith('src/domain/candidates/'))
          .map(({ line }) => ({ path, line, what: 'imports candidates' })),
      ),
  );
});
