import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { type CountingProxy, openCountingProxy } from './counting-proxy.ts';
import { freshDatabase } from './database.ts';

describe('what stands before a database and counts', () => {
  let proxy: CountingProxy;
  let client: pg.Client;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    const database = await freshDatabase({ after: (work) => void endings.push(work) });
    const maker = new pg.Client({ connectionString: database.url });
    await maker.connect();
    await maker.query('create table kept (id int primary key)');
    await maker.end();
    proxy = await openCountingProxy(database.url);
    endings.push(proxy.close);
    client = new pg.Client({ connectionString: proxy.url });
    endings.push(() => client.end());
    await client.connect();
  });
  after(async () => {
    for (const end of endings.reverse()) await end();
  });

  const put = (id: number) => ({ name: 'put', text: 'insert into kept values ($1)', values: [id] });
  const soft = { name: 'soft', text: "select set_config('synchronous_commit', 'off', true)" };
  const counted = async (work: () => Promise<unknown>): Promise<object> => {
    const [, { statements, ...rest }] = await proxy.during(work);
    return { ...rest, names: statements.map(({ name }) => name) };
  };

  test('tells each statement and the pages that it looked at, and that what only reads waits for nothing', async () => {
    const find = { name: 'find', text: 'select from kept where id = $1', values: [1] };
    const [, { statements, ...rest }] = await proxy.during(async () => {
      await client.query(find);
      await client.query('select 1');
    });
    assert.deepEqual(rest, { packets: 2, waited: 0, unwaited: 0 });
    assert.deepEqual(
      statements.map(({ name }) => name),
      ['find', 'select 1'],
    );
    assert.ok(statements[0] && statements[0].buffers > 0);
  });

  test('tells what a commit waits for by what its transaction ends with', async () => {
    assert.deepEqual(await counted(() => client.query(put(1))), {
      packets: 1,
      waited: 1,
      unwaited: 0,
      names: ['put'],
    });
    const inOne = (...statements: readonly (object | string)[]) =>
      counted(async () => {
        for (const each of ['begin', ...statements]) await client.query(each as never);
      });
    assert.deepEqual(await inOne(put(2), put(3), soft, 'commit'), {
      packets: 5,
      waited: 0,
      unwaited: 1,
      names: ['put', 'put', 'soft'],
    });
    assert.deepEqual(await inOne(put(4), 'commit'), { packets: 3, waited: 1, unwaited: 0, names: ['put'] });
    assert.deepEqual(await inOne(put(5), 'rollback'), { packets: 3, waited: 0, unwaited: 0, names: ['put'] });
    assert.deepEqual(await inOne(soft, 'commit'), { packets: 3, waited: 0, unwaited: 0, names: ['soft'] });
  });

  test('is not seen by the client: its own notices come, those of the count do not', async () => {
    const heard: (string | undefined)[] = [];
    client.on('notice', ({ message }) => heard.push(message));
    await client.query(put(6));
    await client.query("do $$ begin raise notice 'heard'; end $$");
    assert.deepEqual(heard, ['heard']);
  });
});
