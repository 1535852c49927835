import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { Worker } from 'node:worker_threads';
import { DAY, HOUR } from '../../base/time.ts';
import { keepTravelled, parseTravel, travelFurther } from './time-travel.ts';

test('one travels by hours, days or weeks, and only forward', () => {
  assert.deepEqual(parseTravel('12h'), { kind: 'read', milliseconds: 12 * HOUR });
  assert.deepEqual(parseTravel('30d'), { kind: 'read', milliseconds: 30 * DAY });
  assert.deepEqual(parseTravel('2w'), { kind: 'read', milliseconds: 14 * DAY });
  for (const text of ['', '30', 'd', '-3d', '0d', '1.5d', '3 d', '3m', '123456d'])
    assert.equal(parseTravel(text).kind, 'refused', text);
});

test('a second journey goes on from where the first one ended, until the demo begins again', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'sluis-travel-'));
  context.after(() => rm(folder, { recursive: true }));
  const travel = (by: string | undefined, afresh = false) => travelFurther(folder, { by, afresh });
  assert.deepEqual(await travel(undefined), { kind: 'read', milliseconds: 0 });
  await keepTravelled(folder, 30 * DAY);
  assert.deepEqual(await travel('2w'), { kind: 'read', milliseconds: 44 * DAY });
  assert.deepEqual(await travel(undefined), { kind: 'read', milliseconds: 30 * DAY });
  assert.deepEqual(await travel('1d', true), { kind: 'read', milliseconds: DAY });
  assert.equal((await travel('9999d')).kind, 'refused');
});

/** What a process sees whose clock was shifted by a day; in a thread, since `Date` is everybody's. */
const SHIFTED = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { types } = require('node:util');
  import(workerData).then(({ shiftClock }) => {
    const before = Date.now();
    shiftClock(24 * 3600 * 1000);
    const later = new Date();
    parentPort.postMessage({
      ahead: [later.getTime(), Date.now(), Date.parse(Date())].map((at) => Math.round((at - before) / 3_600_000)),
      same: [new Date(0).toISOString(), new Date('2026-01-02').toISOString(), new Date(Date.UTC(2026, 0)).toISOString()],
      isDate: [later instanceof Date, types.isDate(later), later.constructor === Date, structuredClone(later) instanceof Date],
    });
  });`;

test('a process that travelled lives later, and given dates stay what they are', async () => {
  const workerData = new URL('./time-travel.ts', import.meta.url).href;
  const worker = new Worker(SHIFTED, { eval: true, workerData });
  const seen = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  assert.deepEqual(seen, {
    ahead: [24, 24, 24],
    same: ['1970-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
    isDate: [true, true, false, true],
  });
});
