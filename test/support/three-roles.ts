import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/store/index.ts';
import type { Ending } from './database.ts';
import { root } from './steps.ts';

/** A migrated database with the three roles of the how-to. */
export type ThreeRoles = {
  readonly owner: string;
  readonly upkeep: string;
  readonly application: string;
  /** As a superuser. */
  readonly admin: string;
};

/** Makes it with the very statements of the how-to, as the superuser of this address; dropped at the end. */
export async function openThreeRoles(
  ending: Ending,
  adminUrl: string,
  isMigrated = true,
): Promise<ThreeRoles> {
  const mark = randomBytes(6).toString('hex');
  const page = readFileSync(join(root, 'docs/how-to/run-on-a-postgresql-server.md'), 'utf8');
  const printed = /```sql\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const mine = printed.replaceAll(/sluis(_owner|_upkeep|_app)?/g, (name) => `${name}_${mark}`);
  const statements = mine.split(';').filter((each) => each.trim() !== '');
  await asAdmin(adminUrl, statements);
  const urlFor = (user: string) => {
    const url = new URL(adminUrl);
    url.pathname = `/sluis_${mark}`;
    if (user !== '') {
      url.username = `${user}_${mark}`;
      url.password = encodeURIComponent('…');
    }
    return url.href;
  };
  const roles = {
    owner: urlFor('sluis_owner'),
    upkeep: urlFor('sluis_upkeep'),
    application: urlFor('sluis_app'),
    admin: urlFor(''),
  };
  ending.after(() =>
    asAdmin(adminUrl, [
      `drop database sluis_${mark} with (force)`,
      `drop role sluis_owner_${mark}, sluis_upkeep_${mark}, sluis_app_${mark}`,
    ]),
  );
  const grantees = { application: `sluis_app_${mark}`, upkeep: `sluis_upkeep_${mark}` };
  if (isMigrated) await migrate(roles.owner, new Date(), { grantees });
  return roles;
}

async function asAdmin(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
