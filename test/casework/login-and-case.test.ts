import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseState } from '../../src/domain/casework/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import { address, openLoginWalk } from '../support/login-walk.ts';

const agent = 'aaaaaaaa-0000-4000-8000-000000000000' as PersonId;
const noNumber = { kind: 'give-number', knows: 'none', number: '', address } as const;

/** A request that was sent, and stands like this when the person comes back with the eID. */
async function comeBack(context: Parameters<typeof openLoginWalk>[0], state: CaseState) {
  const walk = await openLoginWalk(context);
  const first = await walk.askedForNumber();
  await walk.answer(first, noNumber);
  await walk.test.store.inTransaction(['cases'], async ({ cases }) => {
    const standing = await walk.stateOf(first);
    assert.ok(standing.kind === 'registering');
    const one = await cases.find(standing.case);
    assert.ok(one);
    const at = walk.test.now();
    await cases.save({ ...one, state, version: one.version + 1, submittedAt: at, targetAt: at });
  });
  const begun = await walk.begin();
  await walk.login.receive(await walk.bring(begun.id), begun.browser);
  return { walk, id: begun.id, state: await walk.stateOf(begun.id) };
}

test('who comes back while agents work on the request is shown where it stands', async (context) => {
  const { state } = await comeBack(context, { kind: 'assigned', agent });
  assert.equal(state.kind, 'registering');
});

test('who comes back after a refusal is told so, and may ask again', async (context) => {
  const refused = { kind: 'refused', reason: 'other', text: 'Why.' } as const;
  const at = new Date('2026-11-20T12:00:00Z');
  const { walk, id, state } = await comeBack(context, {
    kind: 'decided',
    outcome: refused,
    by: agent,
    confirmedBy: null,
    at,
  });
  assert.ok(state.kind === 'registering');
  await walk.answer(id, { kind: 'go-back' });
  assert.equal((await walk.stateOf(id)).kind, 'asking-number');
  await walk.answer(id, noNumber);
  const again = await walk.stateOf(id);
  assert.ok(again.kind === 'registering');
  assert.notEqual(again.case, state.case);
});

test('who withdrew a request is asked for the number like anybody', async (context) => {
  const { state } = await comeBack(context, { kind: 'withdrawn', at: new Date('2026-11-20T12:00:00Z') });
  assert.equal(state.kind, 'asking-number');
});
