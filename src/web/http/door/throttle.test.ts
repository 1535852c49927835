import assert from 'node:assert/strict';
import test from 'node:test';
import { openThrottle } from './throttle.ts';

function openAt(perMinute: number) {
  let at = new Date('2026-11-30T12:00:00Z').getTime();
  const throttle = openThrottle(() => new Date(at), perMinute);
  const pass = (milliseconds: number) => {
    at += milliseconds;
  };
  return { throttle, pass };
}

test('so many are open at once, and then one whenever the minute gives one back', () => {
  const { throttle, pass } = openAt(60);
  for (let each = 0; each < 60; each++) assert.equal(throttle.take('a').kind, 'open');
  assert.deepEqual(throttle.take('a'), { kind: 'wait', seconds: 1 });
  pass(1000);
  assert.equal(throttle.take('a').kind, 'open');
  assert.equal(throttle.take('a').kind, 'wait');
});

test('one key takes nothing from another, and being refused costs nothing', () => {
  const { throttle, pass } = openAt(1);
  assert.equal(throttle.take('a').kind, 'open');
  for (let each = 0; each < 100; each++) assert.equal(throttle.take('a').kind, 'wait');
  assert.equal(throttle.take('b').kind, 'open');
  pass(60_000);
  assert.equal(throttle.take('a').kind, 'open');
});

test('what shows only afterwards is counted, and looked at before', () => {
  const { throttle } = openAt(2);
  for (let each = 0; each < 2; each++) {
    assert.equal(throttle.look('a').kind, 'open');
    throttle.count('a');
  }
  assert.deepEqual(throttle.look('a'), { kind: 'wait', seconds: 30 });
});

test('a clock that goes back opens nothing and closes nothing', () => {
  const { throttle, pass } = openAt(1);
  throttle.take('a');
  pass(-600_000);
  assert.equal(throttle.take('a').kind, 'wait');
  pass(60_000);
  assert.equal(throttle.take('a').kind, 'open');
});

test('strangers cannot fill the memory', () => {
  const { throttle } = openAt(1);
  for (let each = 0; each < 150_000; each++) throttle.take(`network ${each}`);
  assert.equal(throttle.take('network 0').kind, 'open', 'forgotten');
  assert.equal(throttle.take('network 149999').kind, 'wait', 'remembered');
});
