import test from 'node:test';
import { expectNone } from './law.ts';
import { readTree } from './read-tree.ts';

const DECISION = 'docs/decisions/0051-what-may-be-lost.md';
/** Where it is said how a unit of work is kept, and what does so before a proof. */
const places: readonly { readonly said: RegExp; readonly in: RegExp }[] = [
  { said: /\bmayBeLost\b/, in: /^src\/(base\/unit-of-work|login\/before-proof|store\/ground\/.+)\.ts$/ },
  { said: /synchronous_commit/, in: /^src\/(store\/ground\/.+|outside\/postgres\/server)\.ts$/ },
  {
    said: /\b(beforeProof|keepingOfBegun)\b/,
    in: /^src\/(login\/(before-proof|index|login|means\/by-means)|protocols\/oidc\/provider\/keep-changes)\.ts$/,
  },
];

test('only what a login does before anybody proves anything may be lost in a crash of the database', () => {
  const sources = readTree().filter(({ path, isTest }) => path.startsWith('src/') && !isTest);
  const breaches = sources.flatMap(({ path, tree }) =>
    places
      .filter((place) => place.said.test(tree.text) && !place.in.test(path))
      .map(({ said }) => ({ path, what: `says ${said.source}: see ${DECISION}` })),
  );
  expectNone('durability', breaches);
});
