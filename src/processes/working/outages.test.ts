import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { freshDatabase } from '../../../test/support/database.ts';
import { openDatabaseProxy } from '../../../test/support/database-proxy.ts';
import { onceReachable } from '../database/reach-database.ts';
import { stopServing } from '../serving/stop-serving.ts';
import { openOutages } from './outages.ts';

test('a worker tells of an outage once for each cause, and once that it is over', () => {
  const lines: unknown[] = [];
  const log = {
    error: (about: object, message: string) => void lines.push({ ...about, message }),
    info: (message: string) => void lines.push(message),
  };
  const outages = openOutages(log as never);
  const of = (code: string) => Object.assign(new Error('with a secret inside'), { code, name: 'error' });
  for (let round = 0; round < 50; round += 1)
    for (const code of ['57P01', 'ECONNREFUSED']) outages.note(of(code), { duty: 'cases' }, 'a duty failed');
  assert.deepEqual(
    lines.map((line) => (line as { code?: string }).code),
    ['57P01', 'ECONNREFUSED'],
  );
  assert.doesNotMatch(JSON.stringify(lines), /secret/);
  outages.over();
  outages.over();
  assert.deepEqual(lines.slice(2), ['the database can be used again']);
  outages.note(of('23505'), { duty: 'cases' }, 'a duty failed');
  assert.deepEqual(lines.at(-1), { duty: 'cases', error: 'error', code: '23505', message: 'a duty failed' });
});

test('a process that starts before its database says in a sentence what is wrong, whatever it is, and begins when it is there', async (t) => {
  const { url } = await freshDatabase(t);
  const proxy = await openDatabaseProxy(url);
  t.after(proxy.close);
  const changed = (change: (at: URL) => void) => {
    const at = new URL(url);
    change(at);
    return at.href;
  };
  const refusals: readonly (readonly [where: string, says: RegExp])[] = [
    [changed((at) => (at.port = '1')), /Nobody answers .*ECONNREFUSED/],
    [changed((at) => (at.hostname = 'nowhere.invalid')), /is not known|cannot be looked up/],
    [changed((at) => (at.password = 'wrong')), /refuses the user or the password \(28P01\)/],
    [changed((at) => (at.pathname = '/none')), /is not there \(3D000\)/],
    [changed((at) => at.searchParams.set('sslmode', 'verify-full')), /cannot be used/],
    [proxy.url, /does not answer \(ETIMEDOUT\)/],
  ];
  proxy.silenceNew();
  await Promise.all(
    refusals.map(async ([where, says]) => {
      const database = {
        url: where,
        ownerUrl: null,
        upkeepUrl: null,
        poolerUrl: null,
        kind: 'server',
        close: async () => {},
      };
      const lines: string[] = [];
      const began = onceReachable(
        database as never,
        (line) => {
          lines.push(line);
          // Somebody mends it.
          database.url = url;
        },
        async () => 'began',
      );
      assert.equal(await began, 'began');
      assert.equal(lines.length, 1);
      assert.match(lines[0] ?? '', says);
      assert.match(lines[0] ?? '', /tries again/);
      assert.doesNotMatch(lines[0] ?? '', /wrong|nowhere/);
    }),
  );
});

test('a process that is asked to stop finishes what is under way, and waits for nobody for longer than it says', async () => {
  const answers: (() => void)[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/slow') answers.push(() => void response.end('whole'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const arrived = (path: string) =>
    new Promise<void>((resolve) => server.once('request', (request) => request.url === path && resolve()));
  const slowHere = arrived('/slow');
  const slow = fetch(`http://127.0.0.1:${port}/slow`).then((answer) => answer.text());
  await slowHere;
  const silentHere = arrived('/silent');
  const silent = fetch(`http://127.0.0.1:${port}/silent`).then(
    () => 'answered',
    () => 'cut off',
  );
  await silentHere;
  const stopped = stopServing(server, 500);
  for (const answer of answers) answer();
  assert.equal(await slow, 'whole');
  assert.equal(await silent, 'cut off');
  await stopped;
});
