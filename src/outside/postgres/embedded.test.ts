import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import pg from 'pg';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';
import { EmbeddedPostgresFailure } from './failure.ts';
import { socketFolder } from './place.ts';
import { readPostmaster } from './postmaster-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'sluis-embedded-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const options = { folder, durable: false };

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test('what was written is there the next time', async () => {
  const first = await startEmbeddedPostgres(options);
  assert.equal(first.kind, 'started');
  await ask(first.url, 'create table kept (word text)');
  await ask(first.url, `insert into kept values ('polder')`);
  await first.stop();
  const second = await startEmbeddedPostgres(options);
  assert.deepEqual(await ask(second.url, 'select word from kept'), [{ word: 'polder' }]);
  await second.stop();
});

test('none of the roles that Sluis works with is a superuser, and what was made before there were any is the owner’s', async () => {
  const first = await startEmbeddedPostgres(options);
  await ask(first.url, 'create table made_before (id integer generated always as identity)');
  await ask(first.url, "create function made_before() returns integer language sql as 'select 1'");
  await first.stop();
  const second = await startEmbeddedPostgres(options);
  for (const url of Object.values(second.urls)) {
    const [about] = await ask(
      url,
      'select rolsuper, rolcreaterole from pg_roles where rolname = current_user',
    );
    assert.deepEqual(about, { rolsuper: false, rolcreaterole: false });
  }
  await ask(second.urls.owner, 'drop table made_before');
  await ask(second.urls.owner, 'drop function made_before()');
  await assert.rejects(ask(second.urls.application, 'create table mine ()'), /permission denied/);
  await second.stop();
});

test('it listens on this machine only, and asks for a password that only its owner can read', async (t) => {
  const database = await startEmbeddedPostgres(options);
  t.after(database.stop);
  assert.deepEqual(await ask(database.url, `select current_setting('listen_addresses') as at`), [
    { at: '127.0.0.1' },
  ]);
  const wrong = new URL(database.url);
  wrong.password = 'wrong';
  await assert.rejects(ask(wrong.href, 'select 1'), /password authentication failed/);
  for (const name of readdirSync(folder)) {
    assert.equal(statSync(join(folder, name)).mode & 0o077, 0, `${name} is closed to others`);
  }
});

test('it is reached through a socket in its folder, and at its port where the path of a socket would be too long or a list', async (t) => {
  const database = await startEmbeddedPostgres(options);
  t.after(database.stop);
  const HOW = 'select inet_server_addr() is null as by_socket';
  for (const url of [database.url, ...Object.values(database.urls)])
    assert.deepEqual(await ask(url, HOW), [{ by_socket: true }]);
  const atPort = new URL(database.url);
  atPort.searchParams.delete('host');
  assert.deepEqual(await ask(atPort.href, HOW), [{ by_socket: false }]);
  assert.equal(socketFolder({ folder }), folder);
  for (const other of [`/${'x'.repeat(100)}`, '/data,old', '/a "folder"'])
    assert.equal(socketFolder({ folder: other }), '', other);
});

test('a second process on the same folder joins the running server and leaves it running', async (t) => {
  const owner = await startEmbeddedPostgres(options);
  t.after(owner.stop);
  const guest = await startEmbeddedPostgres(options);
  assert.deepEqual([guest.kind, guest.url], ['joined', owner.url]);
  await guest.stop();
  assert.deepEqual(await ask(owner.url, 'select 1 as one'), [{ one: 1 }]);
  assert.throws(() => removeEmbeddedPostgres(folder), EmbeddedPostgresFailure);
});

test('what a crash leaves behind does not keep it from starting', async () => {
  // The id of a process that lives and is no PostgreSQL.
  writeFileSync(join(folder, 'cluster', 'postmaster.pid'), `${process.pid}\n${folder}\n0\n1\n`);
  const { pid: ended } = spawnSync('true');
  for (const [name, content] of [
    ['.s.PGSQL.1', ''],
    ['.s.PGSQL.1.lock', `${ended}\n${folder}\n`],
  ] as const)
    writeFileSync(join(folder, name), content, { mode: 0o600 });
  const database = await startEmbeddedPostgres(options);
  assert.equal(database.kind, 'started');
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('.s.PGSQL.1')),
    [],
  );
  await database.stop();
});

test('a server that somebody kills is started again on what was written, and it is told', async (t) => {
  const told = new EventEmitter();
  const say = (line: string) => told.emit(line);
  const database = await startEmbeddedPostgres({ folder, say });
  t.after(database.stop);
  const kill = () => process.kill(readPostmaster(join(folder, 'cluster'))?.pid ?? 0, 'SIGKILL');
  await ask(database.url, `create table before_it (word text); insert into before_it values ('before')`);
  const again = once(told, 'It runs again; what was written before is there.');
  kill();
  await again;
  assert.deepEqual(await ask(database.url, `select 1 as one from before_it where word = 'before'`), [
    { one: 1 },
  ]);
});

test('it ends when the process that started it is killed, and starts again on the same data; who had joined it is told', async () => {
  const module = new URL('./embedded.ts', import.meta.url).href;
  const program = `import { startEmbeddedPostgres } from '${module}';
    const database = await startEmbeddedPostgres(${JSON.stringify(options)});
    process.stdout.write(database.url); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(child.stdout, 'data');
  assert.deepEqual(await ask(String(url), 'select 1 as one'), [{ one: 1 }]);
  const guest = await startEmbeddedPostgres(options);
  assert.equal(guest.kind, 'joined');
  child.kill('SIGKILL');
  await once(child, 'exit');
  // The test itself has to live until then.
  const living = setInterval(() => {}, 1000);
  assert.match((await guest.lost).message, /was started by another process, and ended with it\. Start again/);
  clearInterval(living);
  const again = await startEmbeddedPostgres(options);
  assert.deepEqual(await ask(again.url, 'select word from kept'), [{ word: 'polder' }]);
  await again.stop();
  removeEmbeddedPostgres(folder);
  assert.equal(statSync(folder, { throwIfNoEntry: false }), undefined);
});

test('a port that is taken is refused with what to do', async (t) => {
  const place = mkdtempSync(join(tmpdir(), 'sluis-embedded-'));
  t.after(() => rmSync(place, { recursive: true, force: true }));
  const first = await startEmbeddedPostgres({ folder: join(place), durable: false });
  t.after(first.stop);
  const other = mkdtempSync(join(tmpdir(), 'sluis-embedded-'));
  t.after(() => rmSync(other, { recursive: true, force: true }));
  const port = Number(new URL(first.url).port);
  await assert.rejects(startEmbeddedPostgres({ folder: other, port, durable: false }), (error) => {
    assert.ok(error instanceof EmbeddedPostgresFailure);
    assert.match(error.message, /Address already in use[\s\S]*SLUIS_DATABASE_URL/);
    return true;
  });
});
