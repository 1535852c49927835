import { startDebianPostgres } from '../support/debian-postgres.ts';
import { rolesTests } from '../support/roles-tests.ts';
import { skipWithout } from '../support/tools.ts';

rolesTests('three roles on the PostgreSQL of Debian', skipWithout('postgresql') ?? false, async () => {
  const { url, stop } = await startDebianPostgres();
  return { url: url.replace('//app@', '//admin@'), stop };
});
