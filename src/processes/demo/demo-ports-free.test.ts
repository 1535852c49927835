import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { loadSettings } from '../../config/load.ts';
import { explainListen } from '../database/explain-listen.ts';
import { ServeFailure } from '../serving/serve-failure.ts';
import { refuseTakenPorts } from './demo-ports-free.ts';

// Below the ports that the system gives out.
const base = 10_040 + (process.pid % 200) * 100;
const settings = loadSettings({ SLUIS_PORT: String(base), SLUIS_DEMO: 'true' });

const places = [
  [0, 'Sluis'],
  [1, 'KLIP'],
  [2, 'GIPOD'],
  [3, 'GEOPUNT'],
  [10, 'simulated Europe'],
  [20, 'inbox'],
  [25, 'mail of the inbox'],
] as const;

test('whichever port of the demo is taken, it is named, with whose it is and how to move the demo', async () => {
  await refuseTakenPorts(settings);
  for (const [distance, whose] of places) {
    const port = base + distance;
    const other = createServer();
    await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
    await assert.rejects(refuseTakenPorts(settings), (error) => {
      assert.ok(error instanceof ServeFailure);
      assert.equal(error.message, `Port ${port} (${whose}) is taken.`);
      assert.match(error.next, /SLUIS_PORT=5000/);
      return true;
    });
    await new Promise((done) => other.close(done));
  }
  await refuseTakenPorts(settings);
});

test('a port that this user may not use is refused with a port that may be', () => {
  assert.deepEqual(explainListen('EACCES', { host: 'localhost', port: 80, whose: 'Sluis' }), {
    what: 'Port 80 (Sluis) may not be used by this user.',
    next: 'Choose a port above 1023 with SLUIS_PORT.',
  });
});
