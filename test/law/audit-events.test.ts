import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditEventKinds } from '../../src/domain/audit/index.ts';

test('kinds of audit events have the form module.event, and each has one sentence', () => {
  for (const [kind, meaning] of Object.entries(auditEventKinds)) {
    assert.match(kind, /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
    assert.match(meaning, /^[A-Z].*\.$/);
  }
});
