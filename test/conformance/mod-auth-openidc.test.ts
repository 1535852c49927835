import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { OidcApplication } from '#src/domain/application/index.ts';
import { forCompany, openWorld, type World } from './oidc-world.ts';

const modules = '/usr/lib/apache2/modules';
const missing = ['/usr/sbin/apache2', `${modules}/mod_auth_openidc.so`].filter((path) => !existsSync(path));

describe('Apache with mod_auth_openidc', {
  skip: missing.length > 0 && `not installed: ${missing.join(', ')}`,
}, () => {
  let world: World;
  let apache: Apache;
  before(async () => {
    world = await openWorld();
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const application = world.addApplication({
      redirectUris: [`${origin}/app/callback`],
      postLogoutRedirectUris: [`${origin}/left.html`],
    });
    apache = await startApache(world, application, port);
  });
  after(async () => {
    await apache?.stop();
    await world?.close();
  });

  test('guards a folder: login, claims, and logout', async () => {
    const browser = world.browser();
    const page = `${apache.origin}/app/index.html`;
    const asked = await browser.get(page);
    assert.equal(asked.status, 302, await asked.clone().text());
    const begun = await browser.follow(asked.headers.get('location') ?? '', `${world.issuer}/`);
    assert.equal(begun.location?.origin, world.origin);
    const person = world.addPerson([forCompany]);
    const back = await world.logIn(browser, begun.location, person);
    assert.equal(`${back.origin}${back.pathname}`, `${apache.origin}/app/callback`);
    const returned = await browser.get(back.href);
    assert.equal(returned.headers.get('location'), page, await returned.clone().text());
    const shown = await browser.get(page);
    assert.equal(shown.status, 200);
    assert.equal(shown.headers.get('x-sub'), person.subject);
    assert.equal(shown.headers.get('x-organisation'), 'SanoRice');
    assert.match(shown.headers.get('x-role') ?? '', /KLIPgebruiker-Planaanvrager:0426994097/);

    const leaving = await browser.get(
      `${apache.origin}/app/callback?logout=${encodeURIComponent(`${apache.origin}/left.html`)}`,
    );
    const out = leaving.headers.get('location') ?? '';
    assert.ok(out.startsWith(`${world.issuer}/v1/logout?`), out);
    assert.equal((await browser.get(out)).headers.get('location'), `${apache.origin}/left.html`);
    const again = await browser.get(page);
    const { location } = await browser.follow(again.headers.get('location') ?? '', `${world.issuer}/`);
    assert.ok(location?.pathname.startsWith('/login/'), 'the person must log in again');
  });
});

type Apache = { readonly origin: string; stop(): Promise<void> };

async function startApache(world: World, application: OidcApplication, port: number): Promise<Apache> {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-apache-'));
  const origin = `http://localhost:${port}`;
  mkdirSync(join(folder, 'htdocs/app'), { recursive: true });
  mkdirSync(join(folder, 'cache'));
  // Started as root, Apache serves as another user, who must be able to read.
  for (const path of ['', 'htdocs', 'htdocs/app']) chmodSync(join(folder, path), 0o755);
  chmodSync(join(folder, 'cache'), 0o777);
  writeFileSync(join(folder, 'htdocs/app/index.html'), 'inside');
  writeFileSync(join(folder, 'htdocs/left.html'), 'outside');
  writeFileSync(join(folder, 'apache.conf'), configuration(world, application, folder, port));
  const child = spawn('/usr/sbin/apache2', ['-f', join(folder, 'apache.conf'), '-DFOREGROUND'], {
    stdio: 'inherit',
  });
  await answering(origin, child);
  return {
    origin,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(world: World, application: OidcApplication, folder: string, port: number): string {
  const loaded = [
    'mpm_event',
    'authn_core',
    'authz_core',
    'authz_user',
    'headers',
    'env',
    'dir',
    'mime',
    'auth_openidc',
  ];
  const isRoot = process.getuid?.() === 0;
  return `
${loaded.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
ServerName localhost
ServerRoot ${folder}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/error.log
DefaultRuntimeDir ${folder}
Listen 127.0.0.1:${port}
${isRoot ? 'User www-data\nGroup www-data' : ''}
TypesConfig /etc/mime.types
DocumentRoot ${folder}/htdocs
<Directory ${folder}/htdocs>
  Require all granted
</Directory>
OIDCProviderMetadataURL ${world.issuer}/.well-known/openid-configuration
OIDCClientID ${application.id}
OIDCClientSecret "${application.secret?.reveal()}"
OIDCRedirectURI http://localhost:${port}/app/callback
OIDCCryptoPassphrase only-for-this-test
OIDCScope "openid profile vo klip"
OIDCPKCEMethod S256
OIDCCacheType file
OIDCCacheDir ${folder}/cache
OIDCPassClaimsAs environment
<Location /app/>
  AuthType openid-connect
  Require valid-user
  Header always set X-Sub "%{OIDC_CLAIM_sub}e"
  Header always set X-Organisation "%{OIDC_CLAIM_vo_orgnaam}e"
  Header always set X-Role "%{OIDC_CLAIM_klip_rol_3d}e"
</Location>
`;
}

/** Waits until the server takes connections; fails when it ends first. */
async function answering(origin: string, child: ChildProcess): Promise<void> {
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`apache2 ended with ${code}`)));
  });
  ended.catch(() => {});
  const tries = async () => {
    for (;;) {
      const answer = await fetch(`${origin}/left.html`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await Promise.race([tries(), ended]);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  assert.ok(typeof address === 'object' && address);
  return address.port;
}
