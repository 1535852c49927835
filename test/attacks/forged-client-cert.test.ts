import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type CertificateWorld, openCertificateWorld } from '../support/certificate-world.ts';

describe('a client certificate that a header tells of', () => {
  const endings: (() => Promise<void>)[] = [];
  const ending = { after: (work: () => Promise<void>) => void endings.push(work) };
  let behindProxy: CertificateWorld;
  let elsewhere: CertificateWorld;
  let alone: CertificateWorld;
  before(async () => {
    behindProxy = await openCertificateWorld(ending, { SLUIS_CERTIFICATE_PROXIES: '127.0.0.1' });
    elsewhere = await openCertificateWorld(ending, { SLUIS_CERTIFICATE_PROXIES: '10.9.9.9,10.8.0.0/16' });
    alone = await openCertificateWorld(ending);
  });
  after(async () => {
    for (const end of endings.reverse()) await end();
  });

  /** What a proxy forwards, or somebody who says that they are one; and the browser that goes on from there. */
  const forward = async (world: CertificateWorld, more: Readonly<Record<string, string>> = {}) => {
    const { keys } = world.authority;
    const card = keys.cards.get('pieter');
    assert.ok(card);
    const written = (der: ArrayBuffer) => `:${Buffer.from(der).toString('base64')}:`;
    const { browser, away } = await world.atCertificate();
    const { status, headers } = await world.platforms.send(1, {
      url: away.pathname,
      headers: {
        'client-cert': written(card.certificate.rawData),
        'client-cert-chain': written(keys.belgium.citizens.certificate.rawData),
        ...more,
      },
    });
    const location = headers.get('location');
    return { status, location, landing: location === null ? null : await browser.go(0, { url: location }) };
  };
  const refusalsIn = async ({ platforms }: CertificateWorld) =>
    (await platforms.store.audit.list({ kind: 'certificate.refused' })).map(({ details }) => details?.code);

  test('by a proxy of ours logs in whoever showed it there', async () => {
    const { landing } = await forward(behindProxy);
    assert.ok(landing?.away?.searchParams.get('code'), landing?.text);
  });

  test('by anybody else logs nobody in, and the trail tells of it', async () => {
    const { landing } = await forward(elsewhere, {
      'x-forwarded-for': '10.9.9.9',
      forwarded: 'for=10.9.9.9',
    });
    assert.equal(landing?.away, null);
    assert.match(landing?.text ?? '', /cannot be used to log in here/);
    assert.deepEqual(await refusalsIn(elsewhere), ['certificate.forged']);
  });

  test('where no proxy was named there is no such address at all', async () => {
    const { status, location } = await forward(alone);
    assert.equal(status, 404);
    assert.equal(location, null);
  });

  test('is not believed at the port of the process itself, where only the handshake counts', async () => {
    const { away, browser } = await alone.atCertificate();
    const { location } = await alone.show(away, null);
    assert.match((await browser.go(0, { url: location })).text, /showed no certificate/);
    const card = alone.authority.keys.cards.get('pieter');
    assert.ok(card);
    const told = { 'client-cert': `:${Buffer.from(card.certificate.rawData).toString('base64')}:` };
    const again = await alone.atCertificate();
    const shown = await alone.show(again.away, null, {}, told);
    assert.match((await again.browser.go(0, { url: shown.location })).text, /showed no certificate/);
  });
});
