import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { storedCase } from '../../../test/support/stored-case.ts';
import { encodeJson } from '../ground/json.ts';
import type { Protection } from '../ground/sealing.ts';
import { readCase, type StoredCase } from './case-content.ts';

test('a case that was kept while a due day was a moment waits until the day that was meant', () => {
  const { id, applicant, answers, ...one } = storedCase();
  const state = { kind: 'waiting', agent: randomUUID(), question: 'q', remindedAt: null };
  const kept = { applicant, answers, state: { ...state, dueAt: new Date('2027-07-15T22:00:00Z') } };
  const open = () => encodeJson(kept);
  const row = { ...one, id, content_sealed: Buffer.alloc(0) } as unknown as StoredCase;
  const read = readCase({ open } as unknown as Protection, row);
  assert.deepEqual(read.state, { ...state, askedAt: null, dueOn: '2027-07-15' });
});
