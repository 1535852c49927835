import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { demoPackages } from '../../src/processes/demo/demo-packages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'docs/decisions');
const records = readdirSync(folder).filter((name) => name.endsWith('.md'));
const headings = ['Context', 'Decision', 'Why', 'Consequences', 'What would change our mind'];

test('decision records are numbered, each number once', () => {
  for (const name of records) assert.match(name, /^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.md$/);
  const numbers = records.map((name) => name.slice(0, 4));
  assert.deepEqual([...new Set(numbers)], numbers);
});

for (const name of records) {
  test(`decision ${name} has its number in the title and its five headings, none of them empty`, () => {
    const text = readFileSync(join(folder, name), 'utf8');
    assert.ok(text.startsWith(`# ${name.slice(0, 4)} `), 'the first line is "# " and the number');
    const parts = text.split(/^## /m).slice(1);
    assert.deepEqual(
      parts.map((part) => part.slice(0, part.indexOf('\n'))),
      headings,
    );
    for (const part of parts) assert.notEqual(part.slice(part.indexOf('\n')).trim(), '');
  });
}

test('every package that runs in Sluis has its reason in decision 0011', () => {
  const text = readFileSync(join(folder, '0011-what-we-depend-on.md'), 'utf8');
  const first = text
    .split('\n')
    .flatMap((line) => (line.startsWith('| `') ? [line.split('|')[1] ?? ''] : []));
  const explained = first.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]));
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  assert.deepEqual(explained.sort(), [...Object.keys(dependencies), ...demoPackages].sort());
});
