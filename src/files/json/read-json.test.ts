import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type JsonPath, readJson } from './read-json.ts';

function read(text: string) {
  const result = readJson(text);
  assert.equal(result.kind, 'read', text);
  return result as Extract<typeof result, { kind: 'read' }>;
}

function refusal(text: string): string {
  const result = readJson(text);
  return result.kind === 'read'
    ? 'read'
    : `${result.position.line}:${result.position.column} ${result.reason}`;
}

describe('a JSON file', () => {
  test('knows where each of its values stands', () => {
    const { positionOf } = read(
      '{\n  "id": "klip",\n  "rights": [\n    { "code": 1 },\n    { "code": 2 }\n  ]\n}',
    );
    const at = (...path: JsonPath) => Object.values(positionOf(path)).join(':');
    assert.equal(at('id'), '2:3');
    assert.equal(at('rights', 1), '5:5');
    assert.equal(at('rights', 1, 'code'), '5:7');
    // What is missing is sought in what should hold it.
    assert.equal(at('rights', 1, 'name', 'nl'), '5:5');
    assert.equal(at('nothing'), '1:1');
  });

  test('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent);
        const result = readJson(written);
        // One name twice, or too deep: refused here, on purpose.
        if (result.kind === 'read') assert.deepEqual(result.value, JSON.parse(written));
      }),
    );
    assert.deepEqual(read('\ufeff[-1.5e3, true, false, null, "\\u00e9\\n", {}]').value, [
      -1500,
      true,
      false,
      null,
      'é\n',
      {},
    ]);
  });

  test('is refused exactly where JSON.parse refuses it', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '1',
      '-',
      '0',
      '.',
      'e',
      'true',
      'nul',
      '\\',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        const theirs = (() => {
          try {
            return JSON.stringify(JSON.parse(text));
          } catch {
            return 'refused';
          }
        })();
        const ours = readJson(text);
        if (ours.kind === 'refused' && /second time/.test(ours.reason)) return;
        assert.equal(ours.kind === 'read' ? JSON.stringify(ours.value) : 'refused', theirs, text);
      }),
      { numRuns: 3000 },
    );
  });

  test('says in words what is wrong, and where', () => {
    assert.equal(refusal('{"a": 1}'), 'read');
    assert.equal(refusal(''), '1:1 the file ends too early');
    assert.equal(refusal('{\n  "a": 1,\n}'), '3:1 the name of a field is expected here, in double quotes');
    assert.equal(refusal('{"a": 1, "a": 2}'), '1:10 "a" stands here for the second time');
    assert.equal(refusal('[1 2]'), '1:4 a comma or "]" is expected here');
    assert.equal(refusal('[1'), '1:3 the file ends too early');
    assert.equal(refusal('{"a" 1}'), '1:6 ":" is expected here');
    assert.equal(refusal('[1] 2'), '1:5 there is something after the end');
    assert.equal(refusal(`${'['.repeat(100_000)}`), '1:34 this lies deeper than 32 levels');
    assert.match(refusal('"\\x"'), /^1:1 this text in quotes/);
    assert.match(refusal(`"${'a'.repeat(1_000_000)}`), /^1:1 this text in quotes/);
  });

  test('cannot reach into objects by the names of their insides', () => {
    const { value } = read('{"__proto__": {"admin": true}}');
    assert.equal((value as { admin?: boolean }).admin, undefined);
    assert.deepEqual(Object.keys(value as object), ['__proto__']);
  });
});
