import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MINUTE } from '../../src/base/time.ts';
import { openCaseworkWalk, typedAnswers } from '../support/casework-walk.ts';

test('a code that its server refused for good is known to its applicant, until another address gets one', async (context) => {
  const walk = await openCaseworkWalk(context);
  const { id } = await walk.open();
  const answer = async (email: string) => {
    const { version } = await walk.find({ id });
    await walk.requests.answerPage({
      case: id,
      page: 'contact',
      typed: { ...typedAnswers.contact, email },
      version,
    });
    await walk.requests.sendCode({ case: id });
  };
  const cameBack = async () => (await walk.requests.viewRequest({ case: id, proof: 'eid' }))?.codeCameBack;
  await answer('anna@wrong.example');
  assert.equal(await cameBack(), false, 'as long as nobody said that it came back');
  await walk.deliver('bounced');
  assert.equal(await cameBack(), true);
  walk.pass(2 * MINUTE);
  await answer('anna@example.eu');
  assert.equal(await cameBack(), false);
  await walk.deliver('sent');
  assert.equal(await cameBack(), false);
});
