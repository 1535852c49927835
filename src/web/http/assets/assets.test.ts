import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openFakeWeb } from '../../../../test/support/fake-web.ts';
import { openAssets } from './assets.ts';

const assets = openAssets();
const gzipped = (name: string) =>
  gzipSync(assets.find(assets.path(name))?.body ?? '', { level: 9 }).byteLength;

describe('static files', () => {
  test('are light: the style at most 7 kB (that of staff as much again), the script at most 5 kB, the first font at most 40 kB', () => {
    assert.ok(gzipped('sluis.css') <= 7000, `${gzipped('sluis.css')}`);
    assert.ok(gzipped('staff.css') <= 7000, `${gzipped('staff.css')}`);
    assert.ok(gzipped('sluis.js') <= 5000, `${gzipped('sluis.js')}`);
    assert.ok((assets.find(assets.path('source-sans-3-latin.woff2'))?.body.byteLength ?? 0) <= 40_000);
  });

  test('have a flag for every country by its eIDAS code', () => {
    for (const code of 'AT BE BG CY CZ DE DK EE EL ES EU FI FR GB HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
      ' ',
    ))
      assert.match(assets.path(`flags/${code}.svg`), /^\/assets\/[\w-]{12}\/flags\//);
  });

  test('never draw on another origin or inline data', () => {
    const css = Buffer.from(assets.find(assets.path('sluis.css'))?.body ?? '').toString();
    assert.doesNotMatch(css, /data:|https?:|@import/);
    for (const [, address] of css.matchAll(/url\(([^)]+)\)/g)) assert.ok(assets.find(address ?? ''), address);
  });

  test('may be kept for ever, because their address changes with their content', async () => {
    const { app } = openFakeWeb();
    const answer = await app.request(assets.path('sluis.css'), {
      headers: { 'accept-encoding': 'gzip, br' },
    });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(answer.headers.get('content-encoding'), 'gzip');
    assert.equal((await app.request('/assets/000000000000/sluis.css')).status, 404);
    assert.equal((await app.request('/assets/x/..%2f..%2fpackage.json')).status, 404);
  });
});
