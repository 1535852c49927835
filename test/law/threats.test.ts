import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expectNone } from './law.ts';
import { root } from './read-tree.ts';

const page = 'SECURITY.md';

test('every threat says what stops it, and names the test that proves it', () => {
  const lines = readFileSync(join(root, page), 'utf8').split('\n');
  const breaches = lines.flatMap((line, index) => {
    const isThreat = line.startsWith('| ') && headOf(lines, index).startsWith('| threat |');
    if (!isThreat || line.startsWith('| threat |')) return [];
    const [threat = '', stopped = '', proved = ''] = line
      .split(' | ')
      .map((cell) => cell.replaceAll('|', '').trim());
    const isProved = /`(test|src|simulators)\/[^`]*`/.test(proved);
    return threat !== '' && stopped !== '' && isProved
      ? []
      : [{ path: page, line: index + 1, what: `"${threat}" needs what stops it, and its test in backticks` }];
  });
  expectNone('threats', breaches);
});

/** The first line of the table that a line belongs to. */
function headOf(lines: readonly string[], index: number): string {
  let first = index;
  while (lines[first - 1]?.startsWith('|')) first -= 1;
  return lines[first] ?? '';
}
