import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readCsv } from './read-csv.ts';

async function rowsOf(text: string | Uint8Array, chunkSize = 7): Promise<readonly string[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
  }
  const shown: string[] = [];
  for await (const row of readCsv(chunks())) {
    shown.push(`${row.line} ${row.kind === 'row' ? JSON.stringify(row.fields) : row.reason}`);
  }
  return shown;
}

describe('a CSV file', () => {
  test('is read whatever its line breaks, its BOM and the size of the chunks', async () => {
    for (const text of ['a,b\n1,é\n', 'a,b\r\n1,é\r\n', '\ufeffa,b\n1,é', 'a,b\n\n1,é\n\n']) {
      for (const size of [1, 2, 3, 1000]) {
        const rows = await rowsOf(text, size);
        assert.deepEqual(
          rows.map((row) => row.slice(2)),
          ['["a","b"]', '["1","é"]'],
          JSON.stringify(text),
        );
      }
    }
  });

  test('may quote fields, with commas, quotes and line breaks in them', async () => {
    assert.deepEqual(await rowsOf('"a,b","say ""hi""",""\n"two\nlines",2\nlast'), [
      '1 ["a,b","say \\"hi\\"",""]',
      '2 ["two\\nlines","2"]',
      '4 ["last"]',
    ]);
  });

  test('loses no other row to a broken one', async () => {
    const misplaced = 'a quote stands where none can: quote the whole field, and double the quotes in it';
    assert.deepEqual(await rowsOf('1,2\nbad"q,2\n3,4\n"bad" q,2\n5,6'), [
      '1 ["1","2"]',
      `2 ${misplaced}`,
      '3 ["3","4"]',
      `4 ${misplaced}`,
      '5 ["5","6"]',
    ]);
    const open = `1,2\n"open,2\n${'3,4\n'.repeat(30)}`;
    const rows = await rowsOf(open);
    assert.equal(rows.length, 32);
    assert.equal(rows[1], '2 a quote is opened and never closed');
    assert.equal(rows[31], '32 ["3","4"]');
    assert.deepEqual(await rowsOf('1,2\n"open'), ['1 ["1","2"]', '2 a quote is opened and never closed']);
  });

  test('with a line of absurd length, or bytes that are not UTF-8, loses that row alone', async () => {
    assert.deepEqual(await rowsOf(`1\n${'x'.repeat(3_000_000)}\n2`, 65_536), [
      '1 ["1"]',
      '2 the row is longer than 20000 characters',
      '3 ["2"]',
    ]);
    assert.deepEqual(await rowsOf(`1\n"${'x'.repeat(19_990)}\n${'y'.repeat(100)}"\n2`, 65_536), [
      '1 ["1"]',
      '2 a quote is opened and never closed',
      '3 a quote stands where none can: quote the whole field, and double the quotes in it',
      '4 ["2"]',
    ]);
    assert.deepEqual(await rowsOf(Uint8Array.of(0x31, 0x0a, 0xe9, 0x0a, 0x32)), [
      '1 ["1"]',
      '2 the row is not UTF-8',
      '3 ["2"]',
    ]);
  });

  test('gives back what was written, whatever it was', async () => {
    const field = fc.string({
      unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' ', '漢', '😀'),
      maxLength: 8,
    });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, size) => {
        const text = rows.map((row) => row.map(quote).join(',')).join('\r\n');
        const read = await rowsOf(text, size);
        assert.deepEqual(
          read.map((row) => row.slice(row.indexOf(' ') + 1)),
          rows.map((row) => JSON.stringify(row)),
        );
      }),
    );
  });

  test('answers any bytes with rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) =>
        Array.isArray(await rowsOf(bytes)),
      ),
    );
  });
});
