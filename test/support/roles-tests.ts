import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { DAY, HOUR, later } from '../../src/base/time.ts';
import { migrate, openStore, readAccess, readSchemaState } from '../../src/store/index.ts';
import { auditEvent } from './audit-example.ts';
import type { Ending, TestServer } from './database.ts';
import { personWith, testKeys } from './open-test-store.ts';
import { keepStates, putState } from './protocol-states.ts';
import { openThreeRoles } from './three-roles.ts';

async function codeOf(url: string, text: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
    return 'done';
  } catch (error) {
    return String((error as { code?: string }).code);
  } finally {
    await client.end();
  }
}

/** What was opened last is closed first. */
function inReverse(test: Ending): Ending {
  const endings: (() => Promise<void>)[] = [];
  test.after(async () => {
    for (const end of endings.reverse()) await end();
  });
  return { after: (work) => void endings.push(work) };
}

const DENIED = '42501';

/** What each of the three roles may do, on the server that `start` gives; its address is that of a superuser. */
export function rolesTests(where: string, skip: string | false, start: () => Promise<TestServer>): void {
  test(`${where}: the application works, and can neither change tables nor touch the trail`, {
    skip,
  }, async (t) => {
    const ending = inReverse(t);
    const server = await start();
    ending.after(server.stop);
    const { application: app, owner, upkeep } = await openThreeRoles(ending, server.url);
    assert.deepEqual(await readSchemaState(app), { kind: 'current' });
    const keys = testKeys();
    const store = await openStore({ url: app, keys });
    ending.after(store.close);
    const person = personWith();
    await store.inTransaction(['persons', 'audit'], async (stores) => {
      await stores.persons.add(person);
      await stores.audit.record(auditEvent());
    });
    assert.equal((await store.audit.list()).length, 1);
    await keepStates(store, putState('Session', 's', { jti: 's', uid: 'u' }, later(store.clock(), HOUR)));
    assert.equal(await codeOf(app, 'select count(*) from audit_events'), 'done', 'it may read the trail');
    for (const trail of ['audit_events', 'audit_subjects']) {
      for (const text of [
        `update ${trail} set at = now()`,
        `delete from ${trail}`,
        `truncate ${trail}`,
        `alter table ${trail} disable trigger all`,
        `drop table ${trail}`,
      ])
        assert.equal(await codeOf(app, text), DENIED, text);
    }
    for (const text of [
      'create table mine ()',
      'create schema mine',
      'alter table persons add column mine text',
      'drop table persons',
      'truncate persons',
      'update migrations set name = name',
      "select ensure_partition('oidc_states', now())",
      "select open_window('oidc_states', now() + interval '400 days')",
      'select give_rights(current_user, current_user)',
    ])
      assert.equal(await codeOf(app, text), DENIED, text);
    const [mine, theirs] = [await readAccess(app), await readAccess(upkeep)];
    assert.deepEqual(
      [mine.isSuperuser, mine.mayMigrate, mine.mayKeepWindows, theirs.mayMigrate, theirs.mayKeepWindows],
      [false, false, false, false, true],
    );
    assert.equal((await readAccess(owner)).mayMigrate, true);
  });

  test(`${where}: upkeep makes and drops windows, also of the trail, and reads no row`, {
    skip,
  }, async (t) => {
    const ending = inReverse(t);
    const server = await start();
    ending.after(server.stop);
    const { application: url, upkeep: upkeepUrl } = await openThreeRoles(ending, server.url);
    let now = new Date();
    const store = await openStore({ url, upkeepUrl, keys: testKeys(), clock: () => now });
    ending.after(store.close);
    const before = now;
    now = later(now, 90 * DAY);
    await store.audit.record(auditEvent());
    await keepStates(store, putState('Session', 's', { jti: 's', uid: 'u' }, later(now, HOUR)));
    const { dropped, held } = await store.upkeep.run(later(before, 30 * DAY));
    assert.ok(dropped.length > 0);
    assert.deepEqual(held, []);
    assert.equal(await codeOf(upkeepUrl, 'select from audit_events'), DENIED);
    assert.equal(await codeOf(upkeepUrl, 'select from persons'), DENIED);
    assert.equal(await codeOf(upkeepUrl, 'delete from audit_events'), DENIED);
  });

  test(`${where}: an application that finds no window of these days gets it without upkeep`, {
    skip,
  }, async (t) => {
    const ending = inReverse(t);
    const server = await start();
    ending.after(server.stop);
    const { application: url, owner } = await openThreeRoles(ending, server.url);
    const drop = `do $$ declare each text; begin
      for each in select inhrelid::regclass from pg_inherits where inhparent = 'oidc_states'::regclass loop
        execute 'drop table ' || each;
      end loop; end $$`;
    assert.equal(await codeOf(owner, drop), 'done');
    const store = await openStore({ url, keys: testKeys() });
    ending.after(store.close);
    await keepStates(store, putState('Session', 's', { jti: 's', uid: 'u' }, later(store.clock(), HOUR)));
    assert.ok(await store.oidc.find('Session', 's'));
    // A later migration, without the names at hand, keeps everybody's rights.
    assert.equal(await codeOf(owner, 'create table later_on (one integer)'), 'done');
    await migrate(owner, new Date());
    assert.equal(await codeOf(url, 'insert into later_on values (1)'), 'done');
  });
}
