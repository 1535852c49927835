import assert from 'node:assert/strict';
import test from 'node:test';
import { openLine } from './wait-in-line.ts';

/** Work that ends when it is told to. */
function held(order: string[], name: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    end: resolve,
    work: async () => {
      order.push(name);
      await promise;
      return name;
    },
  };
}

test('whoever has nothing at work yet is next, and nobody takes all places that wait', async () => {
  const order: string[] = [];
  const line = openLine({ atOnce: 1, waiting: 10, waitingEach: 2 });
  const works = ['eve 1', 'eve 2', 'eve 3', 'eve 4', 'anna 1'].map((name) => held(order, name));
  const runs = works.map(({ work }, index) => line.run(index < 4 ? 'eve' : 'anna', work));
  assert.equal(await runs[3], null, 'a fourth of the same person');
  for (const { end } of works) end();
  await Promise.all(runs);
  assert.deepEqual(order, ['eve 1', 'eve 2', 'eve 3', 'anna 1']);
});

test('of two at work, one is for somebody else as soon as there is somebody else', async () => {
  const order: string[] = [];
  const line = openLine({ atOnce: 2, waiting: 10, waitingEach: 10 });
  const eve = [1, 2, 3, 4].map((each) => held(order, `eve ${each}`));
  const eves = eve.map(({ work }) => line.run('eve', work));
  const anna = held(order, 'anna');
  const annas = line.run('anna', anna.work);
  eve[0]?.end();
  await eves[0];
  await Promise.resolve();
  assert.deepEqual(order, ['eve 1', 'eve 2', 'anna']);
  for (const { end } of [...eve, anna]) end();
  await Promise.all([...eves, annas]);
});
