import assert from 'node:assert/strict';
import test from 'node:test';
import { inspect } from 'node:util';
import { loadSettings, SettingsFailure } from './load.ts';

test('without any setting, Sluis serves on localhost:4000 with an embedded database', () => {
  const settings = loadSettings({});
  assert.equal(settings.origin, 'http://localhost:4000');
  assert.equal(settings.databaseUrl, null);
  assert.equal(settings.eidas.entityId, 'http://localhost:4000/eidas/metadata');
  assert.equal(settings.isDemo, false);
  assert.equal(settings.sessionTtlSeconds, 7200);
});

test('the port moves the origin, and the origin the entity id and the sender of mail', () => {
  assert.equal(loadSettings({ SLUIS_PORT: '4100' }).origin, 'http://localhost:4100');
  const settings = loadSettings({ SLUIS_ORIGIN: 'https://login.example.org' });
  assert.equal(settings.eidas.entityId, 'https://login.example.org/eidas/metadata');
  assert.equal(settings.mail.from, 'no-reply@login.example.org');
});

test('a virus scanner stands at a TCP port or a socket in the file system, and nowhere else', () => {
  assert.equal(loadSettings({}).clamd, null);
  for (const place of ['tcp://scanner.example:3310', 'tcp://[::1]:3310', 'unix:/run/clamav/clamd.ctl'])
    assert.equal(loadSettings({ SLUIS_CLAMD: place }).clamd, place);
  for (const place of [
    'scanner:3310',
    'http://scanner:3310',
    'tcp://scanner',
    'tcp://a:b@scanner:3310',
    'unix:x',
  ])
    assert.throws(() => loadSettings({ SLUIS_CLAMD: place }), SettingsFailure, place);
});

test('a database may be reached through its socket, as libpq writes it', () => {
  for (const [given, taken] of [
    ['postgres://app@/sluis?host=/run/postgresql', 'postgres://app@localhost/sluis?host=/run/postgresql'],
    ['postgres://a:b@:5433/sluis?host=/run', 'postgres://a:b@localhost:5433/sluis?host=/run'],
    ['postgresql:///sluis?host=/run/postgresql', 'postgresql:///sluis?host=/run/postgresql'],
    ['postgres://app@%2Frun%2Fpostgresql/sluis', 'postgres://app@%2Frun%2Fpostgresql/sluis'],
    ['postgres://a:b@db.example.org/sluis', 'postgres://a:b@db.example.org/sluis'],
  ] as const)
    assert.equal(loadSettings({ SLUIS_DATABASE_URL: given }).databaseUrl?.reveal(), taken);
});

test('who writes the mails is said in one text, or in one for each language, all four', () => {
  const one = loadSettings({ SLUIS_AUTHORITY: 'FPS Example' }).mail.sender;
  assert.deepEqual(one.authority, {
    nl: 'FPS Example',
    fr: 'FPS Example',
    de: 'FPS Example',
    en: 'FPS Example',
  });
  const each = loadSettings({ SLUIS_AUTHORITY: 'nl=a | fr=b|en=d=e|de=c' }).mail.sender;
  assert.deepEqual(each.authority, { nl: 'a', fr: 'b', de: 'c', en: 'd=e' });
  assert.equal(each.helpPage, 'http://localhost:4000/help');
  for (const text of ['nl=a', 'nl=a|fr=b|de=c|en=', 'nl=a|fr=b|de=c|en=d|nl=e', 'a\nBcc: eve@example.com'])
    assert.throws(() => loadSettings({ SLUIS_AUTHORITY: text }), SettingsFailure, text);
});

test('an empty variable counts as absent, and other variables are none of our business', () => {
  assert.equal(loadSettings({ SLUIS_PORT: '', PATH: '/bin' }).port, 4000);
});

test('all that is wrong is said at once, by name and never by value', () => {
  const environment = {
    SLUIS_PORT: '4000x',
    SLUIS_DATABASE_URL: 'mysql://me:secret@host/db',
    SLUIS_PROT: '1',
  };
  assert.throws(
    () => loadSettings(environment),
    (error) => {
      assert.ok(error instanceof SettingsFailure);
      assert.deepEqual(error.problems, [
        'SLUIS_PROT is not a setting.',
        'SLUIS_PORT must be a whole number in digits.',
        'SLUIS_DATABASE_URL must be a URL that begins with postgres:// or postgresql://.',
      ]);
      return true;
    },
  );
});

test('an origin is https, or http on this machine; it has no path', () => {
  for (const origin of [
    'https://login.example.org',
    'https://login.example.org:8443',
    'http://localhost:4000',
    'http://127.0.0.1:4000',
  ]) {
    assert.equal(loadSettings({ SLUIS_ORIGIN: origin }).origin, origin);
  }
  for (const origin of [
    'http://login.example.org',
    'http://localhost.example.org',
    'https://a.example/',
    'https://a.example/x',
    'ftp://a.example',
    'login',
  ]) {
    assert.throws(() => loadSettings({ SLUIS_ORIGIN: origin }), SettingsFailure, origin);
  }
});

test('a session never lasts longer than two hours', () => {
  assert.equal(loadSettings({ SLUIS_SESSION_TTL_SECONDS: '7200' }).sessionTtlSeconds, 7200);
  assert.throws(() => loadSettings({ SLUIS_SESSION_TTL_SECONDS: '7201' }), SettingsFailure);
});

test('passwords in settings do not show when settings are printed', () => {
  const settings = loadSettings({
    SLUIS_DATABASE_URL: 'postgres://me:secret@host/db',
    SLUIS_MAIL_URL: 'smtp://me:secret@host',
  });
  assert.equal(settings.databaseUrl?.reveal(), 'postgres://me:secret@host/db');
  assert.doesNotMatch(inspect(settings, { depth: 9 }) + JSON.stringify(settings), /secret/);
});
