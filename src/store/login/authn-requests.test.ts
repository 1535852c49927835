import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NOON, openTestStore } from '../../../test/support/open-test-store.ts';
import { ChangedMeanwhile } from '../../base/changed-meanwhile.ts';
import { HOUR, later, MINUTE } from '../../base/time.ts';
import type { CountryCode } from '../../domain/eidas-country/index.ts';
import type {
  AttemptId,
  AuthnRequestStore,
  IssuedAuthnRequest,
  ReceivedAnswerStore,
} from '../../login/index.ts';
import type { Store } from '../index.ts';

const request: IssuedAuthnRequest = {
  id: '_request-1',
  attempt: 'attempt-1' as AttemptId,
  country: 'DE' as CountryCode,
  assurance: 'substantial',
  attributes: ['http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier'],
  issuedAt: NOON,
  expiresAt: later(NOON, 10 * MINUTE),
};

const requestsOf = ({ inTransaction }: Store): AuthnRequestStore => {
  const within = <Answer>(work: (each: AuthnRequestStore) => Promise<Answer>) =>
    inTransaction(['authnRequests'], ({ authnRequests }) => work(authnRequests));
  return {
    add: (one) => within((each) => each.add(one)),
    find: (id) => within((each) => each.find(id)),
    take: (id, at, handle) => within((each) => each.take(id, at, handle)),
    wereSeen: (ids) => within((each) => each.wereSeen(ids)),
    rememberNew: (ids, until) => within((each) => each.rememberNew(ids, until)),
  };
};

/** Whether it was kept, or another was first. */
async function isKept(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error;
    return false;
  }
}

test('a request comes back as it was sent', async (t) => {
  const { store } = await openTestStore(t);
  await store.inTransaction(['authnRequests'], ({ authnRequests }) => authnRequests.add(request));
  assert.deepEqual(await requestsOf(store).find('_request-1'), { ...request, answeredBy: null });
  assert.equal(await requestsOf(store).find('_request-2'), null);
});

test('however many answers come for a request at once, one is taken', async (t) => {
  const { store } = await openTestStore(t);
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 8 }), async (answers) => {
      round += 1;
      const id = `_round-${round}`;
      await requestsOf(store).add({ ...request, id });
      const take = () => isKept(requestsOf(store).take(id, NOON, 'handle'));
      const won = await Promise.all(Array.from({ length: answers }, take));
      assert.equal(won.filter(Boolean).length, 1);
    }),
    { numRuns: 10 },
  );
});

test('a request that was never sent is not taken, and one that was leads to where its first answer waits', async (t) => {
  const { store } = await openTestStore(t);
  await requestsOf(store).add(request);
  const take = (id: string, handle: string) => isKept(requestsOf(store).take(id, NOON, handle));
  assert.equal(await take('_request-2', 'handle'), false);
  assert.equal((await requestsOf(store).find('_request-1'))?.answeredBy, null);
  assert.equal(await take('_request-1', 'first'), true);
  assert.equal(await take('_request-1', 'second'), false);
  assert.equal((await requestsOf(store).find('_request-1'))?.answeredBy, 'first');
});

test('a message is remembered whatever expiry it claims the second time', async (t) => {
  const { store } = await openTestStore(t);
  const remember = (ids: string[], until: Date) => isKept(requestsOf(store).rememberNew(ids, until));
  assert.equal(await requestsOf(store).wereSeen(['_response-1', '_assertion-1']), false);
  assert.equal(await remember(['_response-1', '_assertion-1'], later(NOON, HOUR)), true);
  assert.equal(await remember(['_response-2', '_assertion-1'], later(NOON, 2 * HOUR)), false);
  assert.equal(await remember(['_response-1'], later(NOON, HOUR)), false);
  assert.equal(await requestsOf(store).wereSeen(['_response-2', '_assertion-1']), true);
  assert.equal(await requestsOf(store).wereSeen(['_response-2']), false, 'what was refused is not kept');
  const parallel = [1, 2, 3, 4].map((hours) => remember(['_response-3'], later(NOON, hours * HOUR)));
  assert.equal((await Promise.all(parallel)).filter(Boolean).length, 1);
});

test('an answer waits for its browser and is fetched once', async (t) => {
  const { store } = await openTestStore(t);
  const answer = { kind: 'cancelled', country: 'DE' as CountryCode } as const;
  const within = <Answer>(work: (answers: ReceivedAnswerStore) => Promise<Answer>) =>
    store.inTransaction(['answers'], ({ answers }) => work(answers));
  const find = (handle: string, at: Date) => within((answers) => answers.find(handle, at));
  const take = (at: Date) => isKept(within((answers) => answers.take('handle-1', at)));
  const kept = { attempt: request.attempt, answer, receivedAt: NOON };
  await within((answers) => answers.keep('handle-1', kept, later(NOON, MINUTE)));
  assert.deepEqual(await find('handle-1', NOON), { ...kept, taken: false, isOver: false });
  assert.equal(await take(NOON), true);
  assert.equal(await take(NOON), false);
  assert.equal((await find('handle-1', NOON))?.taken, true);
  const late = await find('handle-1', later(NOON, MINUTE));
  assert.equal(late?.isOver, true, 'one that comes too late is told apart from one that never was');
  assert.equal(await take(later(NOON, MINUTE)), false);
  assert.equal(await find('handle-2', NOON), null);
});
