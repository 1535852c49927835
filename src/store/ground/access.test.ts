import pg from 'pg';
import { rolesTests } from '../../../test/support/roles-tests.ts';

const url = process.env.SLUIS_TEST_DATABASE_URL ?? null;

async function isSuperuser(at: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: at });
  await client.connect();
  const { rows } = await client.query('select rolsuper from pg_roles where rolname = current_user');
  await client.end();
  return rows[0]?.rolsuper === true;
}

const skip = url !== null && (await isSuperuser(url)) ? false : 'makes roles: needs a superuser';
rolesTests('three roles', skip, async () => ({ url: url ?? '', stop: async () => {} }));
