import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import pg from 'pg';
import { Redacted } from '../../src/base/redacted.ts';
import { writeKeyFile } from '../../src/files/keys/key-file.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/outside/postgres/embedded.ts';
import { makeKeySet } from '../../src/processes/keys/make-keys.ts';
import { openKeys } from '../../src/processes/keys/open-keys.ts';
import { migrate, openStore } from '../../src/store/index.ts';
import { type CommandProcess, startProcess } from '../support/command-process.ts';
import { type HeldMailServer, openHeldMailServer } from '../support/held-mail-server.ts';
import { sharedFolder } from '../support/server-folder.ts';

const DONE = 'outbox item done';

describe('mail that is cut off', () => {
  const folder = sharedFolder('sluis-mail-');
  let database: EmbeddedPostgres;
  let port = 0;
  let environment: Readonly<Record<string, string>> = {};
  let server: HeldMailServer;
  const running: CommandProcess[] = [];

  const startDatabase = async () => {
    database = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), ...(port ? { port } : {}) });
    port = Number(new URL(database.url).port);
  };
  const query = async <Row extends pg.QueryResultRow>(text: string) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  };
  /** The database does what a dead process asked for last, and then notices that nobody is there. */
  const deadAreGone = async () => {
    const others = `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    while ((await query(others)).length > 0);
  };
  /** As if the minute had passed for which whoever is gone had taken what it took. */
  const passLease = async () => {
    await deadAreGone();
    await query(`update outbox set available_at = now() - interval '1 second' where done_at is null`);
  };
  const waiting = async () =>
    (await query<{ count: number }>('select count(*)::int as count from outbox where done_at is null'))[0]
      ?.count;
  const startWorker = async () => {
    const worker = startProcess(['work'], { ...environment, SLUIS_MAIL_URL: server.url });
    running.push(worker);
    await worker.said('The worker is at it');
    return worker;
  };
  const send = async (...subjects: readonly string[]) => {
    const store = await openTestedStore();
    try {
      for (const subject of subjects)
        await store.inTransaction(['outbox'], ({ outbox }) =>
          outbox.send({
            to: new Redacted('anna@example.eu'),
            language: 'en',
            subject,
            text: 'Dear Anna',
            html: '<p>Dear Anna</p>',
            about: null,
            template: null,
          }),
        );
    } finally {
      await store.close();
    }
  };
  let openTestedStore: () => ReturnType<typeof openStore>;

  before(async () => {
    await startDatabase();
    await migrate(database.url, new Date());
    const keySet = await makeKeySet(new Date());
    await writeKeyFile(join(folder, 'keys.json'), keySet);
    environment = {
      SLUIS_DATABASE_URL: database.url,
      SLUIS_KEYS: join(folder, 'keys.json'),
      SLUIS_DATA: folder,
      SLUIS_LOG_LEVEL: 'info',
    };
    openTestedStore = () =>
      openStore({ url: database.url, keys: openKeys(keySet).store, poolSize: 2, clock: () => new Date() });
  });
  after(async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    server = await openHeldMailServer();
  });
  afterEach(async () => {
    for (const each of running.splice(0)) await each.kill();
    await server.close();
    await query('delete from outbox');
  });

  test('before it was handed over: it is sent once, by the next worker', async () => {
    const hold = server.hold('recipient');
    await send('before');
    const worker = await startWorker();
    await hold.reached;
    await worker.kill();
    hold.release();
    await passLease();
    const next = await startWorker();
    await next.said(DONE);
    assert.deepEqual(
      server.handed.map(({ subject }) => subject),
      ['before'],
    );
    assert.equal(await waiting(), 0);
  });

  test('while the server holds its answer: it is sent again, as the same mail', async () => {
    const hold = server.hold('answer');
    await send('during');
    const worker = await startWorker();
    await hold.reached;
    await worker.kill();
    await server.isAlone();
    hold.release();
    await passLease();
    const next = await startWorker();
    await next.said(DONE);
    assert.equal(server.handed.length, 2);
    assert.equal(server.handed[0]?.messageId, server.handed[1]?.messageId);
    assert.match(server.handed[0]?.messageId ?? '', /^<[0-9a-f-]{36}@localhost>$/);
    assert.equal(await waiting(), 0);
  });

  test('after the answer, before it was written down: it is sent again, as the same mail', async () => {
    const hold = server.hold('answer');
    await send('answered');
    const worker = await startWorker();
    await hold.reached;
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('begin');
    await client.query('select from outbox for update');
    hold.release();
    await server.isAlone();
    await worker.kill();
    // The server would still do what the dead process asked for last.
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    await client.query('rollback');
    await client.end();
    await passLease();
    const next = await startWorker();
    await next.said(DONE);
    assert.deepEqual(
      server.handed.map(({ messageId, answered }) => [messageId === server.handed[0]?.messageId, answered]),
      [
        [true, true],
        [true, true],
      ],
    );
    assert.equal(await waiting(), 0);
  });

  test('after it was written down: it is not sent again', async () => {
    await send('once');
    const worker = await startWorker();
    await worker.said(DONE);
    await worker.kill();
    await passLease();
    await send('next');
    const next = await startWorker();
    await next.said(DONE);
    assert.deepEqual(
      server.handed.map(({ subject }) => subject),
      ['once', 'next'],
    );
  });

  test('by a crash of the database while the server holds its answer: once the database is back it is written down, and not sent again', async () => {
    const hold = server.hold('answer');
    await send('crash');
    const worker = await startWorker();
    await hold.reached;
    const pid = Number(readFileSync(join(database.folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGQUIT');
    await database.stop();
    hold.release();
    await worker.said('cannot be kept yet');
    await startDatabase();
    await worker.said(DONE);
    assert.equal(server.handed.length, 1);
    assert.equal(await waiting(), 0);
    await send('and on');
    await worker.said(DONE, 2);
    assert.equal(server.handed.length, 2, 'the worker outlives the crash');
  });

  test('many times, with two workers: every mail arrives, and one that comes twice is the same mail', async () => {
    const subjects = Array.from({ length: 100 }, (_, index) => `many ${index}`);
    await send(...subjects);
    // Each round needs seven mails that nobody sent yet, besides what a quick pair of workers sends before it is cut off.
    for (let round = 0; round < 5 && ((await waiting()) ?? 0) >= 20; round += 1) {
      const pair = await Promise.all([startWorker(), startWorker()]);
      await server.has(server.handed.length + 7);
      const hold = server.hold('answer');
      await Promise.all(pair.map((each) => each.kill()));
      await server.isAlone();
      hold.release();
      await passLease();
    }
    const left = (await waiting()) ?? 0;
    const last = await startWorker();
    await last.said(DONE, left);
    const idsOf = (subject: string) =>
      new Set(server.handed.filter((each) => each.subject === subject).map(({ messageId }) => messageId));
    for (const subject of subjects) assert.equal(idsOf(subject).size, 1, subject);
    assert.equal(new Set(server.handed.map(({ messageId }) => messageId)).size, subjects.length);
    // Of each pair of workers that was cut off, each had five under way at most.
    assert.ok(server.handed.length <= subjects.length + 5 * 10);
    assert.equal(await waiting(), 0);
  });

  test('in the process that causes it: a mail leaves if and only if what caused it was kept', async () => {
    await query('truncate outbox');
    for (const round of ['a', 'b', 'c']) {
      const causing = startProcess([round], environment, 'test/support/cause-mail.ts');
      running.push(causing);
      await causing.said('caused', 20);
      await causing.kill();
    }
    const caused = await query<{ subject: string }>(
      `select subject_id as subject from audit_events where subject_id like 'mail %' order by 1`,
    );
    assert.ok(caused.length >= 60);
    const worker = await startWorker();
    await worker.said(DONE, caused.length);
    assert.deepEqual(
      server.handed.map(({ subject }) => subject).sort(),
      caused.map(({ subject }) => subject).sort(),
    );
    assert.equal(await waiting(), 0);
  });

  test('by a refusal for good it is not tried again, and the other mails go on', async () => {
    server.refuse('refused');
    await send('refused one', 'welcome');
    const worker = await startWorker();
    await worker.said('refused for good');
    await worker.said(DONE);
    const store = await openTestedStore();
    const [troubled] = await store.outbox.troubled(10);
    await store.close();
    assert.equal(troubled?.bounced?.code, 'smtp-550');
    assert.deepEqual(
      server.handed.map(({ subject }) => subject),
      ['welcome'],
    );
    assert.doesNotMatch(worker.log(), /anna@|Dear/);
  });
});
