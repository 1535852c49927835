import { test } from 'node:test';
import { startDebianPostgres } from '../support/debian-postgres.ts';
import { runAgain } from '../support/run-again.ts';
import { skipWithout } from '../support/tools.ts';

test('every test of the store passes on the PostgreSQL of Debian, as a role that is no superuser', {
  skip: skipWithout('postgresql'),
}, async (t) => {
  const server = await startDebianPostgres();
  t.after(server.stop);
  await runAgain(['src/store/**/*.test.ts'], { environment: { SLUIS_TEST_DATABASE_URL: server.url } });
});
