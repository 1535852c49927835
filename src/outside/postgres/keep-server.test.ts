import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { keepServer } from './keep-server.ts';
import type { Place } from './place.ts';

const MINUTE = 60_000;
const folder = join(tmpdir(), `sluis-kept-${process.pid}`);
const place: Place = { folder, cluster: join(folder, 'cluster'), user: { kind: 'self' }, insteadOf: null };

/** Servers that end when the test says so; `millisecondsLater` passes between one end and the next. */
async function openKept(millisecondsLater: number) {
  const ends: (() => void)[] = [];
  const told: string[] = [];
  let now = 0;
  let wake = () => {};
  const kept = await keepServer({
    place,
    port: 5432,
    clock: () => {
      now += millisecondsLater;
      return now;
    },
    say: (line) => {
      told.push(line);
      wake();
    },
    start: async () => ({
      pid: 2 ** 30 + ends.length,
      ended: new Promise((done) => ends.push(() => done())),
    }),
  });
  const running = () =>
    new Promise<void>((done) => (wake = () => told.at(-1)?.startsWith('It runs') && done()));
  return { kept, told, ends, running };
}

test('a server that ends now and then is started again each time', async () => {
  const { kept, ends, running } = await openKept(MINUTE);
  for (let times = 0; times < 10; times += 1) {
    const again = running();
    ends.at(-1)?.();
    await again;
  }
  assert.equal(ends.length, 11);
  await kept.stop();
});

test('a server that ends for the fourth time within a minute is given up, with where to look', async () => {
  const { kept, ends, running } = await openKept(1);
  for (let times = 0; times < 3; times += 1) {
    const again = running();
    ends.at(-1)?.();
    await again;
  }
  ends.at(-1)?.();
  assert.match((await kept.lost).message, /ends again and again\. Look into postgres\.log/);
});

test('a server that was asked to end is not started again', async () => {
  const { kept, told, ends } = await openKept(1);
  await kept.stop();
  ends.at(-1)?.();
  await new Promise(setImmediate);
  assert.deepEqual([told, ends.length], [[], 1]);
});
