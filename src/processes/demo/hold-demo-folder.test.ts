import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadSettings } from '../../config/load.ts';
import { ServeFailure } from '../serving/serve-failure.ts';
import { holdDemoFolder } from './hold-demo-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'sluis-held-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const settings = loadSettings({ SLUIS_DATA: join(folder, 'data') });
const file = join(folder, 'data', 'demo.pid');

test('a second demo on the same data says that there is one, where, and how to have two', async (t) => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); // demo']);
  t.after(() => other.kill('SIGKILL'));
  await once(other, 'spawn');
  holdDemoFolder(settings)();
  writeFileSync(file, `${other.pid} http://localhost:4000\n`);
  assert.throws(
    () => holdDemoFolder(settings),
    (error) => {
      assert.ok(error instanceof ServeFailure);
      assert.match(error.message, new RegExp(`already: http://localhost:4000 \\(process ${other.pid}\\)`));
      assert.match(error.next, /SLUIS_PORT=5000 SLUIS_DATA=data-5000/);
      return true;
    },
  );
  assert.ok(existsSync(file), 'the file of the other one stays');
});

test('what a demo that was killed left behind, or a half-written file, holds nobody up', () => {
  for (const left of ['1 http://localhost:4000', '999999999 http://localhost:4000', '', 'half']) {
    writeFileSync(file, left);
    holdDemoFolder(settings)();
    assert.equal(existsSync(file), false);
  }
});

test('a folder that cannot be written is named, with a setting for another one', () => {
  writeFileSync(join(folder, 'file'), '');
  const wrong = loadSettings({ SLUIS_DATA: join(folder, 'file', 'data') });
  assert.throws(() => holdDemoFolder(wrong), /data folder .*file\/data cannot be written/);
});
