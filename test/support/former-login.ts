import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Attempt, AttemptId } from '../../src/login/index.ts';
import type { Store } from '../../src/store/index.ts';

/** Where a login could stand in a program before this one, and can no more. */
type FormerState = { readonly kind: 'choosing-demo-person'; readonly means: 'eid' | 'itsme' };

/**
 * Writes a login that has just begun as the program did that kept what its application asked in a row of the protocol: here there is no
 * half of it, and nobody who could be told of its end.
 */
export async function writeAsBefore(store: Store, id: AttemptId, state?: FormerState): Promise<void> {
  const begun = await store.attempts.find(id);
  assert.ok(begun, 'a login that began');
  const { half: _half, ...former } = begun;
  const changes = {
    version: former.version + 1,
    request: { ...former.request, interaction: randomBytes(32).toString('base64url') },
    ...(state && { state: state as unknown as Attempt['state'] }),
  };
  await store.inTransaction(['attempts'], ({ attempts }) => attempts.save({ ...former, ...changes }));
}
