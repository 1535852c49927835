import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { emptyDatabase, freshDatabase, givenServer } from '../../../../test/support/database.ts';
import { startFakeClamd } from '../../../../test/support/fake-clamd.ts';
import { openThreeRoles } from '../../../../test/support/three-roles.ts';
import { writeKeyFile } from '../../../files/keys/key-file.ts';
import type { Finding } from '../../checks/check.ts';
import { commands } from '../../command-line/commands.ts';
import { dispatch } from '../../command-line/dispatch.ts';
import { makeKeySet } from '../../keys/make-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'sluis-doctor-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const server = await givenServer();
const database = await openThreeRoles({ after }, server.url);
after(server.stop);
const keyFile = join(folder, 'keys.json');
await writeKeyFile(keyFile, await makeKeySet(new Date()));

const scanner = await startFakeClamd({ after });

const sound = {
  SLUIS_ORIGIN: 'https://login.example.org',
  SLUIS_TRUSTED_PROXIES: '1',
  SLUIS_DATA: folder,
  SLUIS_DATABASE_URL: database.application,
  SLUIS_DATABASE_UPKEEP_URL: database.upkeep,
  SLUIS_KEYS: keyFile,
  SLUIS_MAIL_URL: 'smtp://mail.example.org',
  SLUIS_AUTHORITY: 'nl=FOD Voorbeeld|fr=SPF Exemple|de=FÖD Beispiel|en=FPS Example',
  SLUIS_AUTHORITY_ADDRESS: 'Example Street 1, 1000 Brussels',
  SLUIS_CONTACT_TELEPHONE: '+32 2 000 00 00',
  SLUIS_CLAMD: scanner.address,
};

async function examine(changed: NodeJS.ProcessEnv) {
  let out = '';
  const io = {
    out: (text: string) => {
      out += text;
    },
    error: () => {},
    environment: { ...sound, ...changed },
  };
  const code = await dispatch(commands, ['doctor', '--json'], io);
  const { findings } = JSON.parse(out) as { findings: Finding[] };
  return { code, out, bad: findings.filter((each) => each.verdict !== 'ok'), findings };
}

test('a sound installation passes on every point', async () => {
  const { code, bad, findings } = await examine({});
  assert.deepEqual(bad, []);
  assert.equal(code, 0);
  assert.ok(findings.some((each) => each.point === 'certificate'));
  assert.ok(findings.some((each) => each.point === 'schema'));
});

test('mail that does not say whose it is, or how to ask, is warned about with the settings that say it', async () => {
  const { code, bad } = await examine({ SLUIS_AUTHORITY: '', SLUIS_CONTACT_TELEPHONE: '' });
  assert.equal(code, 0);
  assert.deepEqual(
    bad.map((each) => [each.point, each.verdict, 'next' in each && each.next]),
    [['sender of mail', 'warn', 'Set SLUIS_AUTHORITY, SLUIS_CONTACT_TELEPHONE.']],
  );
});

test('a database that cannot be reached is told without its password', async () => {
  const { code, out, bad } = await examine({ SLUIS_DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none' });
  assert.equal(code, 1);
  assert.deepEqual(
    bad.map((each) => [each.verdict, each.point]),
    [['fail', 'database']],
  );
  assert.doesNotMatch(out, /secret/);
});

test('a virus scanner that is missing is a warning, and one that does not answer keeps documents out', async () => {
  const without = await examine({ SLUIS_CLAMD: '' });
  assert.deepEqual([without.code, without.bad.map((each) => each.point)], [0, ['scanner']]);
  const gone = await examine({ SLUIS_CLAMD: 'tcp://127.0.0.1:1' });
  assert.deepEqual([gone.code, gone.bad.map((each) => each.point)], [1, ['scanner']]);
});

test('a database without our tables asks for bin/sluis migrate', async (t) => {
  const empty = await emptyDatabase(t);
  const { bad } = await examine({ SLUIS_DATABASE_URL: empty.url, SLUIS_DATABASE_UPKEEP_URL: '' });
  assert.deepEqual(bad.map((each) => [each.point, 'next' in each ? each.next : '']).at(-1), [
    'schema',
    'Run bin/sluis migrate.',
  ]);
});

test('one role that does everything is warned of, and so is upkeep that may not do its work', async (t) => {
  const { url } = await freshDatabase(t);
  const one = await examine({ SLUIS_DATABASE_URL: url, SLUIS_DATABASE_UPKEEP_URL: '' });
  assert.deepEqual(
    one.bad.map((each) => [each.verdict, each.point]),
    [['warn', 'database rights']],
  );
  assert.match(one.bad[0]?.what ?? '', /could change the audit trail/);
  const wrong = await examine({ SLUIS_DATABASE_UPKEEP_URL: database.application });
  assert.deepEqual(
    wrong.bad.map((each) => [each.verdict, each.point]),
    [['fail', 'database rights']],
  );
});

test('an embedded database that was never made is not made by looking', async () => {
  const here = {
    SLUIS_ORIGIN: 'http://localhost:4000',
    SLUIS_DATABASE_URL: '',
    SLUIS_DATABASE_UPKEEP_URL: '',
  };
  const { code, bad } = await examine(here);
  assert.equal(code, 0);
  assert.deepEqual(
    bad.map((each) => [each.verdict, each.point]),
    [
      ['warn', 'origin'],
      ['warn', 'database'],
    ],
  );
});

test('the embedded database behind an https origin is a fault, with the setting that mends it', async () => {
  const { code, bad } = await examine({ SLUIS_DATABASE_URL: '', SLUIS_DATABASE_UPKEEP_URL: '' });
  assert.equal(code, 1);
  assert.deepEqual(
    bad.map((each) => [each.verdict, each.point]),
    [['fail', 'database']],
  );
  const [fault] = bad;
  assert.match(fault !== undefined && 'next' in fault ? fault.next : '', /^Set SLUIS_DATABASE_URL/);
});

test('keys that are missing, or open to others, keep Sluis from serving', async () => {
  assert.equal((await examine({ SLUIS_KEYS: join(folder, 'none.json') })).code, 1);
  chmodSync(keyFile, 0o644);
  const { code, bad } = await examine({});
  chmodSync(keyFile, 0o600);
  assert.equal(code, 1);
  assert.deepEqual(
    bad.map((each) => 'next' in each && each.next),
    [`chmod 600 ${keyFile}`],
  );
});

test('certificates that have expired are named', async () => {
  const old = join(folder, 'old.json');
  await writeKeyFile(old, await makeKeySet(new Date('2015-01-01T00:00:00Z')));
  const { code, bad } = await examine({ SLUIS_KEYS: old });
  assert.equal(code, 1);
  assert.ok(
    bad.length > 0 && bad.every((each) => each.point === 'certificate' && /expired on/.test(each.what)),
  );
});

test('settings that cannot be used are each a finding', async () => {
  const { code, bad } = await examine({ SLUIS_PORT: 'x', SLUIS_ORIGIN: 'http://login.example.org' });
  assert.equal(code, 1);
  assert.deepEqual(
    bad.map((each) => each.point),
    ['settings', 'settings'],
  );
});

test('plain http outside the demo is warned of, and the demo for real people refused', async () => {
  assert.deepEqual(
    (await examine({ SLUIS_ORIGIN: 'http://localhost:4000' })).bad.map((each) => each.point),
    ['origin'],
  );
  assert.deepEqual(
    (await examine({ SLUIS_DEMO: 'true' })).bad.map((each) => each.point),
    ['demo'],
  );
});
