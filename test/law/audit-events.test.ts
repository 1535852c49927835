import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { auditEventKinds } from '../../src/domain/audit/index.ts';

const source = fileURLToPath(new URL('../../src', import.meta.url));
const families = new Set(Object.keys(auditEventKinds).map((kind) => kind.split('.')[0]));

test('every event that the code records is on the list', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    // Refusal codes of protocols and keys of texts have the same form and are no events.
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/^(protocols|web)/.test(file),
  );
  const recorded = files.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    return [...text.matchAll(/'([a-z-]+)\.([a-z]+(?:-[a-z]+)*)'/g)]
      .filter(([, family]) => families.has(family ?? ''))
      .map(([, family, event]) => `${family}.${event}`);
  });
  assert.ok(recorded.length > 10);
  assert.deepEqual(
    [...new Set(recorded)].filter((kind) => !(kind in auditEventKinds)),
    [],
  );
});

test('kinds are in the past tense form module.event, and each has one sentence', () => {
  for (const [kind, meaning] of Object.entries(auditEventKinds)) {
    assert.match(kind, /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
    assert.match(meaning, /^[A-Z].*\.$/);
  }
});
