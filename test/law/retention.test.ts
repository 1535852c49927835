import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Breach, expectNone } from './law.ts';
import { root } from './read-tree.ts';

const page = 'docs/reference/retention.md';
const migrations = readdirSync(join(root, 'migrations'))
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .map((name) => ({
    path: `migrations/${name}`,
    text: readFileSync(join(root, 'migrations', name), 'utf8'),
  }));
const rows = readFileSync(join(root, page), 'utf8')
  .split('\n')
  .flatMap((line, index) => {
    const [, table] = /^\| `([a-z0-9_]+)` \|/.exec(line) ?? [];
    return table === undefined ? [] : [{ table, line: index + 1, cells: line.split('|').slice(2, -1) }];
  });

test('of every table it is written how long its rows stay, why, and what removes them', () => {
  const tables = new Map<string, string>();
  for (const { path, text } of migrations) {
    for (const [, verb, name = ''] of text.matchAll(
      /^(create|drop) table (?:if (?:not )?exists )?([a-z0-9_]+)/gm,
    ))
      verb === 'create' ? tables.set(name, path) : tables.delete(name);
    for (const [, from = '', to = ''] of text.matchAll(/^alter table ([a-z0-9_]+) rename to ([a-z0-9_]+)/gm))
      if (tables.delete(from)) tables.set(to, path);
  }
  const breaches: Breach[] = [];
  for (const [table, path] of tables)
    if (!rows.some((row) => row.table === table))
      breaches.push({
        path,
        what: `makes the table ${table}, which has no row in ${page}: add "| \`${table}\` | how long | why | removed by |" there, in the order of the alphabet`,
      });
  for (const { table, line, cells } of rows) {
    if (!tables.has(table))
      breaches.push({ path: page, line, what: `has a row for ${table}, which is no table` });
    if (cells.length !== 3 || cells.some((cell) => cell.trim() === ''))
      breaches.push({ path: page, line, what: `says of ${table} not all of: how long, why, removed by` });
  }
  const names = rows.map(({ table }) => table);
  names.forEach((name, place) => {
    if (place > 0 && (names[place - 1] ?? '') >= name)
      breaches.push({ path: page, what: `${name} stands twice or out of the order of the alphabet` });
  });
  expectNone('retention', breaches);
});

test('a table whose windows are dropped is said to lose its rows by window, and no other', () => {
  const dropped = new Map<string, boolean>();
  for (const { text } of migrations)
    for (const [, table = '', keep = ''] of text.matchAll(
      /^insert into partitioned_tables values \('([a-z0-9_]+)',[^)]*?, ([^,)]+)\);/gm,
    ))
      dropped.set(table, keep !== 'null');
  expectNone(
    'retention-windows',
    rows.flatMap(({ table, line, cells }) =>
      /\bwindow\b/.test(cells[2] ?? '') === (dropped.get(table) ?? false)
        ? []
        : [
            {
              path: page,
              line,
              what: `says of ${table} otherwise than partitioned_tables whether windows are dropped`,
            },
          ],
    ),
  );
});
