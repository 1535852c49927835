import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { issueCard, makeBelgium } from '../../simulators/authority/belgium.ts';
import { type CertificateWorld, openCertificateWorld } from '../support/certificate-world.ts';
import { skipWithout, toolPath } from '../support/tools.ts';

describe('a login by a client certificate, in a real handshake of TLS', () => {
  let world: CertificateWorld;
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    world = await openCertificateWorld({ after: (work) => void endings.push(work) });
  });
  after(async () => {
    for (const end of endings.reverse()) await end();
  });
  const card = (code: string) => world.authority.keys.cards.get(code) ?? assert.fail(code);
  const refusals = async () =>
    (await world.platforms.store.audit.list({ kind: 'certificate.refused' })).map(({ details }) => details);
  const honest = async () => {
    const { browser, away } = await world.atCertificate();
    const { location } = await world.show(away, card('pieter'));
    return { browser, away, location, landing: await browser.go(1, { url: location }) };
  };

  test('leads to the application, over two processes, and tells the number to nobody on the way', async () => {
    const { away, location, landing } = await honest();
    assert.ok(landing.away?.searchParams.get('code'), landing.text);
    assert.doesNotMatch(`${away.href} ${location}`, /75041299752|Pieter/);
    const finished = await world.platforms.store.audit.list({ kind: 'login.finished' });
    assert.equal(finished.at(-1)?.details?.means, 'eid');
  });

  test('counts once: the same address again leads to where the login stands, and a second visit for its mark to nothing', async () => {
    const { browser, away, location, landing } = await honest();
    const again = await browser.go(0, { url: location });
    assert.equal(again.away?.href, landing.away?.href);
    const second = await world.show(away, card('els'));
    assert.doesNotMatch(second.location, /certificate\/return/);
  });

  test('belongs to the browser that began it: whoever is led to show a card proves nothing to another', async () => {
    const attacker = await world.atCertificate();
    const victim = await world.atCertificate();
    const shown = await world.show(attacker.away, card('pieter'));
    const inVictim = await victim.browser.go(0, { url: shown.location });
    assert.equal(inVictim.status, 403);
    assert.equal(inVictim.away, null);
    const fresh = await honest();
    assert.ok(fresh.landing.away?.searchParams.get('code'));
  });

  const told: readonly (readonly [string, string | null, string, RegExp])[] = [
    ['no certificate at all', null, 'certificate.missing', /showed no certificate/],
    ['a revoked card', 'pieter-revoked', 'certificate.revoked', /withdrawn by its issuer/],
    ['an expired card', 'pieter-expired', 'certificate.expired', /not valid today/],
    [
      'the certificate for signatures',
      'pieter-signing',
      'certificate.for-signing',
      /certificate for signatures/,
    ],
    [
      'a card that nobody answers for',
      'pieter-unasked',
      'certificate.status-unknown',
      /cannot check your certificate/,
    ],
  ];
  for (const [what, code, refusal, words] of told) {
    test(`with ${what} ends on a page that says so, with a way on, after a good card was taken`, async () => {
      assert.ok((await honest()).landing.away);
      const { browser, away } = await world.atCertificate();
      const { location } = await world.show(away, code === null ? null : card(code));
      const page = await browser.go(1, { url: location });
      assert.match(page.text, words);
      assert.match(page.text, /href="\/login\/[^"]+\/certificate"/);
      assert.ok((await refusals()).some((details) => details?.code === refusal));
      // The way on works.
      const { away: retried } = await browser.go(0, {
        url: `${new URL(page.url).pathname.replace('/means', '')}`,
      });
      assert.ok(retried);
      const better = await world.show(retried, card('pieter'));
      assert.ok((await browser.go(0, { url: better.location })).away?.searchParams.get('code'));
    });
  }

  test('of another authority with the same names is refused', async () => {
    const at = new Date();
    const place = { origin: world.authority.url };
    const forged = await issueCard(await makeBelgium(at, place), place, {
      kind: 'citizen',
      holder: { number: '75041299752', givenNames: 'Pieter', familyName: 'Janssens' },
      at,
    });
    const { browser, away } = await world.atCertificate();
    const { location } = await world.show(away, forged);
    assert.match((await browser.go(0, { url: location })).text, /cannot be used to log in here/);
  });

  test('is a handshake of its own each time, by TLS 1.2 and 1.3, and by nothing older', async () => {
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const limits = { minVersion: version, maxVersion: version };
      const { session } = await world.show((await world.atCertificate()).away, card('pieter'), limits);
      const { away } = await world.atCertificate();
      const second = await world.show(away, card('els'), { ...limits, ...(session && { session }) });
      assert.match(second.location, /certificate\/return/);
      assert.equal(second.isReused, false);
    }
    const { away } = await world.atCertificate();
    await assert.rejects(
      world.show(away, card('pieter'), {
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT@SECLEVEL=0',
      }),
    );
  });

  test('is asked for by the names of the authorities that are trusted, so that browsers offer no others', {
    skip: skipWithout('openssl'),
  }, async () => {
    const { hostname, port } = new URL(world.port);
    const asked = promisify(execFile)(toolPath('openssl'), [
      's_client',
      ...['-connect', `${hostname}:${port}`, '-servername', hostname],
    ]);
    asked.child.stdin?.end();
    const { stdout: said } = await asked;
    assert.match(said, /Acceptable client certificate CA names\s+C ?= ?BE, CN ?= ?Demo Belgium Root CA\s/);
  });

  test('takes nothing at the port but that: other addresses lead to the platform, other methods are refused', async () => {
    const { origin } = world.platforms;
    for (const path of ['/', '/op/v1/auth', '/certificate/', '/certificate/x.y', '/login/x'])
      assert.equal((await world.show(new URL(path, world.port), card('pieter'))).location, origin);
  });
});
