import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test, { describe } from 'node:test';
import { NOON, openTestStore } from '../../../test/support/open-test-store.ts';
import type { CorrelationCode } from '../../base/correlation.ts';
import { HOUR, later, MINUTE } from '../../base/time.ts';
import type { OrganisationId } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { webSessionLives } from '../../login/index.ts';

const standing = {
  person: randomUUID() as PersonId,
  organisation: randomUUID() as OrganisationId,
  authenticatedAt: NOON,
  correlation: 'K7PX-2M9D' as CorrelationCode,
};
const end = later(NOON, 2 * HOUR);

describe('a session on our own pages', () => {
  test('is found by its secret, as the kind that it is', async (t) => {
    const { store } = await openTestStore(t);
    const secret = await store.webSessions.open('staff', standing, end, { foundation: null });
    assert.match(secret, /^[A-Za-z0-9_-]{43}$/);
    assert.deepEqual(await store.webSessions.find('staff', secret, NOON), standing);
    assert.equal(await store.webSessions.find('applicant', secret, NOON), null);
    assert.equal(await store.webSessions.find('staff', 'x'.repeat(43), NOON), null);
  });

  test('of staff ends after half an hour without use, and lives on with use', async (t) => {
    const { store } = await openTestStore(t);
    const secret = await store.webSessions.open('staff', standing, end, { foundation: null });
    for (const minutes of [20, 40, 60])
      assert.ok(await store.webSessions.find('staff', secret, later(NOON, minutes * MINUTE)), `${minutes}`);
    assert.equal(await store.webSessions.find('staff', secret, later(NOON, 90 * MINUTE)), null);
  });

  test('ends for good when its time is over, however much it is used', async (t) => {
    const { store } = await openTestStore(t);
    const secret = await store.webSessions.open('staff', standing, end, { foundation: null });
    for (let minutes = 15; minutes < 120; minutes += 15)
      assert.ok(await store.webSessions.find('staff', secret, later(NOON, minutes * MINUTE)), `${minutes}`);
    assert.equal(await store.webSessions.find('staff', secret, end), null);
  });

  test('of somebody who follows a request keeps which one it is, for as long as it may rest', async (t) => {
    const { store } = await openTestStore(t);
    const content = { case: randomUUID(), provenBy: 'link' } as const;
    const { idle } = webSessionLives.applicant;
    const secret = await store.webSessions.open('applicant', content, end, { foundation: null });
    const almost = later(NOON, idle - 1);
    assert.deepEqual(await store.webSessions.find('applicant', secret, almost), content);
    assert.equal(await store.webSessions.find('applicant', secret, later(almost, idle)), null);
  });

  test('is over when it is ended', async (t) => {
    const { store } = await openTestStore(t);
    const secret = await store.webSessions.open('staff', standing, end, { foundation: null });
    await store.webSessions.end(secret);
    assert.equal(await store.webSessions.find('staff', secret, NOON), null);
  });
});
