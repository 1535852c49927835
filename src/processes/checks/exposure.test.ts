import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, type TestContext } from 'node:test';
import pino from 'pino';
import { freshDatabase } from '../../../test/support/database.ts';
import { personWith } from '../../../test/support/open-test-store.ts';
import { loadSettings } from '../../config/load.ts';
import { writeKeyFile } from '../../files/keys/key-file.ts';
import { openStore } from '../../store/index.ts';
import { commands } from '../command-line/commands.ts';
import { dispatch } from '../command-line/dispatch.ts';
import { loadKeys } from '../keys/load-keys.ts';
import { makeKeySet } from '../keys/make-keys.ts';
import { refuseEmbedded } from '../serving/refuse-unfit.ts';
import { serve } from '../serving/serve.ts';
import { ServeFailure } from '../serving/serve-failure.ts';

const folder = mkdtempSync(join(tmpdir(), 'sluis-exposure-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const keyFile = join(folder, 'keys.json');
await writeKeyFile(keyFile, await makeKeySet(new Date()));
const log = pino({ level: 'silent' });

/** Serves on a free port with these settings, and stops; the reason when it refuses. */
async function tryToServe(databaseUrl: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const settings = { ...loadSettings({ SLUIS_KEYS: keyFile, SLUIS_DATA: folder, ...environment }), port: 0 };
  try {
    const demo = settings.isDemo ? { places: [], stories: async () => [] } : null;
    const serving = await serve({ settings, databaseUrl, keys: await loadKeys(settings), log, demo });
    await serving.close();
    return 'served';
  } catch (error) {
    if (!(error instanceof ServeFailure)) throw error;
    return error.message;
  }
}

const real = { SLUIS_ORIGIN: 'https://login.example.org', SLUIS_TRUSTED_PROXIES: '1' };
const demo = { SLUIS_DEMO: 'true' };
const empty = (t: TestContext) => freshDatabase(t);

test('a demo serves on this machine, and nowhere that other people can mean', async (t) => {
  const { url } = await empty(t);
  for (const origin of ['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'])
    assert.equal(await tryToServe(url, { ...demo, SLUIS_ORIGIN: origin }), 'served');
  const elsewhere = await tryToServe((await empty(t)).url, { ...demo, ...real });
  assert.match(elsewhere, /anybody can log in as anybody/);
});

test('a demo takes no database that others were at work in', async (t) => {
  const { url } = await empty(t);
  const store = await openStore({
    url,
    keys: (await loadKeys(loadSettings({ SLUIS_KEYS: keyFile }))).store,
    clock: () => new Date(),
  });
  await store.inTransaction(['persons'], ({ persons }) => persons.add(personWith()));
  await store.close();
  assert.match(await tryToServe(url, demo), /real people may be in it/);
  assert.equal(await tryToServe(url, real), 'served');
});

test('the database of a demo serves no real people', async (t) => {
  const { url } = await empty(t);
  assert.equal(await tryToServe(url, demo), 'served');
  assert.match(await tryToServe(url, real), /The demo made this database/);
  assert.equal(await tryToServe((await empty(t)).url, real), 'served');
});

test('an https origin says how many proxies stand before it, none at all too', async (t) => {
  const { url } = await empty(t);
  assert.equal(await tryToServe(url, { ...real, SLUIS_TRUSTED_PROXIES: '0' }), 'served');
  assert.match(await tryToServe(url, { ...real, SLUIS_TRUSTED_PROXIES: '' }), /how many reverse proxies/);
});

test('serve and work with an https origin want a PostgreSQL server, and make no database of their own', async () => {
  for (const command of ['serve', 'work']) {
    let error = '';
    const data = join(folder, `none-for-${command}`);
    const io = {
      out: () => {},
      error: (text: string) => {
        error += text;
      },
      environment: { ...real, SLUIS_KEYS: keyFile, SLUIS_DATA: data },
    };
    assert.equal(await dispatch(commands, [command], io), 1);
    assert.match(
      error,
      /SLUIS_DATABASE_URL is not set, and https:\/\/login\.example\.org wants a PostgreSQL server: .*\nSet SLUIS_DATABASE_URL: docs\/how-to\/run-on-a-postgresql-server\.md\.\n$/,
    );
    assert.equal(existsSync(data), false);
  }
  const server = { SLUIS_DATABASE_URL: 'postgres://db.example.org/sluis' };
  for (const allowed of [{}, { SLUIS_ORIGIN: 'http://localhost:4000' }, { ...real, ...server }])
    assert.doesNotThrow(() => refuseEmbedded(loadSettings({ SLUIS_DATA: folder, ...allowed })));
});

test('keys that everybody on the machine can read are not used', async (t) => {
  const { url } = await empty(t);
  for (const [mode, expected] of [
    [0o600, /^served$/],
    [0o440, /^served$/],
    [0o644, /can be read by everybody/],
    [0o604, /can be read by everybody/],
  ] as const) {
    chmodSync(keyFile, mode);
    assert.match(await tryToServe(url, real), expected, mode.toString(8));
  }
  chmodSync(keyFile, 0o600);
});

test('nobody outside this machine reaches the platform unless an address is named', async (t) => {
  const outside = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  if (!outside) return t.skip('this machine has no other address');
  const { url } = await empty(t);
  const reaches = async (listen: string, address: string) => {
    const settings = {
      ...loadSettings({ SLUIS_KEYS: keyFile, SLUIS_DATA: folder, ...real, SLUIS_LISTEN: listen }),
      port: 0,
    };
    const serving = await serve({
      settings,
      databaseUrl: url,
      keys: await loadKeys(settings),
      log,
      demo: null,
    });
    const answered = await new Promise<boolean>((resolve) => {
      const socket = connect(serving.port, address);
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('close', () => socket.destroy());
      socket.once('connect', () => socket.end());
    });
    await serving.close();
    return answered;
  };
  assert.deepEqual(
    [
      await reaches('', '127.0.0.1'),
      await reaches('', outside.address),
      await reaches('0.0.0.0', outside.address),
    ],
    [true, false, true],
  );
});

test('over https every answer asks for https ever after, to machines too, and tells whom to write about a weakness', async (t) => {
  const { url } = await empty(t);
  const settings = { ...loadSettings({ SLUIS_KEYS: keyFile, SLUIS_DATA: folder, ...real }), port: 0 };
  const serving = await serve({
    settings,
    databaseUrl: url,
    keys: await loadKeys(settings),
    log,
    demo: null,
  });
  t.after(serving.close);
  const ask = (path: string) => fetch(`http://127.0.0.1:${serving.port}${path}`);
  const paths = ['/', '/health/live', '/metrics', '/op/v1/keys', '/op/.well-known/openid-configuration'];
  for (const path of [
    ...paths,
    '/op/v1/userinfo',
    '/eidas/metadata',
    '/nothing-here',
    '/.well-known/security.txt',
  ])
    assert.match((await ask(path)).headers.get('strict-transport-security') ?? '', /max-age=31536000/, path);
  const text = await (await ask('/.well-known/security.txt')).text();
  assert.match(text, /^Contact: mailto:security@login\.example\.org$/m);
  const expires = new Date(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
  assert.ok(expires > new Date() && expires < new Date(Date.now() + 366 * 86_400_000));
});

test('a network that asks too often gets a page in its language that says when to come back, and the next one is served', async (t) => {
  const { url } = await empty(t);
  const bounded = { ...real, SLUIS_REQUESTS_PER_MINUTE: '60' };
  const settings = { ...loadSettings({ SLUIS_KEYS: keyFile, SLUIS_DATA: folder, ...bounded }), port: 0 };
  const serving = await serve({
    settings,
    databaseUrl: url,
    keys: await loadKeys(settings),
    log,
    demo: null,
  });
  t.after(serving.close);
  const ask = (network: string) =>
    fetch(`http://127.0.0.1:${serving.port}/op/v1/auth?client_id=none`, {
      headers: { 'x-forwarded-for': network, 'accept-language': 'de' },
    });
  // A bucket fills up again while it is emptied: twice as many are enough on any machine that answers one a second.
  const answers: Response[] = [];
  while (answers.at(-1)?.status !== 429 && answers.length < 120) answers.push(await ask('192.0.2.1'));
  const turnedAway = answers.at(-1);
  assert.equal(turnedAway?.status, 429);
  assert.ok(answers.length > 60);
  assert.match(turnedAway.headers.get('retry-after') ?? '', /^[1-9]\d*$/);
  assert.match(turnedAway.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  assert.match(await turnedAway.text(), /<html lang="de"[\s\S]*Aus Ihrem Netzwerk kamen zu viele Anfragen/);
  assert.notEqual((await ask('192.0.2.2')).status, 429);
});
