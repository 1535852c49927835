import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

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
  const [, figure = ''] =
    /TAKEN_BY_PACKAGES = ([\d_]+)/.exec(readFileSync(join(clone, 'bin', 'installation.mjs'), 'utf8')) ?? [];
  const { stdout } = await run('du', ['-s', '-B1', '--apparent-size', join(clone, 'node_modules')]);
  const share = Number.parseInt(stdout, 10) / Number(figure.replaceAll('_', ''));
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
