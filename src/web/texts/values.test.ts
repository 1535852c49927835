import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWords } from '../ui/words.ts';

test('a text is not said without what stands in it, nor with what does not: the compiler refuses it', () => {
  const words = openWords('en');
  assert.throws(() => {
    // @ts-expect-error: {application} is missing
    words.say('frame.cancel');
  });
  assert.throws(() => {
    // @ts-expect-error: {application} is missing
    words.say('frame.cancel', { country: 'France' });
  });
  assert.equal(
    // @ts-expect-error: nothing stands in it
    words.say('frame.back', { application: 'KLIP' }),
    'Back',
  );
  // @ts-expect-error: what is counted is a number
  assert.ok(words.say('timeout.spoken', { minutes: 'two' }));
  assert.throws(() => {
    // @ts-expect-error: marks are made by mark()
    words.say('means.ledeHigh', { application: 'KLIP' });
  });
  const either = ['frame.cancel', 'frame.back'] as const;
  assert.throws(() => {
    // @ts-expect-error: one of both needs {application}
    for (const key of either) words.say(key);
  });
  for (const key of either) assert.ok(words.say(key, { application: 'KLIP' }));
});
