import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { type TestContext } from 'node:test';
import { openGatekeeper } from './gatekeeper.ts';

/** A server behind a gatekeeper, and a proxy of ours in front; it refuses every proof whose secret is not `right`. */
async function open(t: TestContext) {
  const gate = openGatekeeper({
    clock: () => new Date('2026-11-30T12:00:00Z'),
    requestsPerMinute: 10,
    trustedProxies: 1,
    answerPerson: async (_request, response) => void response.writeHead(429).end('wait'),
  });
  const server = createServer((request, response) => {
    if (gate.turnsAway(request, response)) return;
    const sent = Buffer.from(request.headers.authorization?.slice(6) ?? '', 'base64').toString();
    response.writeHead(request.method === 'POST' && !sent.endsWith(':right') ? 401 : 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (from: string, path = '/op/v1/auth?client_id=x', given: RequestInit = {}) =>
    fetch(origin + path, { ...given, headers: { ...given.headers, 'x-forwarded-for': from } });
  const prove = async (from: string, client: string, secret: string) => {
    const authorization = `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}`;
    return ask(from, '/op/v1/token', { method: 'POST', headers: { authorization } });
  };
  return { ask, prove };
}

const statuses = async (count: number, ask: (each: number) => Promise<Response>) => {
  const all = [];
  for (let each = 0; each < count; each += 1) all.push((await ask(each)).status);
  return all;
};

test('a network that asks too often waits, and another one does not', async (t) => {
  const { ask } = await open(t);
  assert.deepEqual(new Set(await statuses(10, () => ask('192.0.2.1'))), new Set([200]));
  const turnedAway = await ask('192.0.2.1');
  assert.deepEqual([turnedAway.status, turnedAway.headers.get('retry-after')], [429, '6']);
  assert.equal((await ask('192.0.2.2')).status, 200);
});

test('neither a port nor an address of the same household makes somebody else of one who asks too often', async (t) => {
  const { ask } = await open(t);
  const withPorts = await statuses(20, (each) => ask(`192.0.2.1:${40_000 + each}`));
  assert.equal(withPorts.filter((status) => status === 200).length, 10);
  const inOneHousehold = await statuses(20, (each) => ask(`2001:db8:0:1::${each.toString(16)}`));
  assert.equal(inOneHousehold.filter((status) => status === 200).length, 10);
});

test('files, health and keys are there for everybody, always', async (t) => {
  const { ask } = await open(t);
  await statuses(11, () => ask('192.0.2.1'));
  for (const path of [
    '/assets/x/y.css',
    '/health/ready',
    '/op/v1/keys',
    '/op/.well-known/openid-configuration',
    '/metrics',
  ])
    assert.equal((await ask('192.0.2.1', path)).status, 200, path);
});

test('who guesses the secret of an application is stopped, the right one too, and its neighbours are not', async (t) => {
  const { prove } = await open(t);
  assert.equal((await prove('192.0.2.1', 'klip', 'right')).status, 200);
  const guesses = await statuses(60, (each) => prove('192.0.2.1', 'klip', `guess ${each}`));
  assert.deepEqual(new Set(guesses), new Set([401]));
  assert.deepEqual(
    [
      (await prove('192.0.2.1', 'klip', 'right')).status,
      (await prove('192.0.2.1', 'gipod', 'right')).status,
      (await prove('192.0.2.2', 'klip', 'right')).status,
    ],
    [429, 200, 200],
  );
});

test('proofs that hold are never counted', async (t) => {
  const { prove } = await open(t);
  assert.deepEqual(new Set(await statuses(100, () => prove('192.0.2.1', 'klip', 'right'))), new Set([200]));
});
