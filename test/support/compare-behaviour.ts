// npm run compare -- COMMIT: what this tree does otherwise than another commit, where that can be read off: names of tests, pages of
// reference (addresses, audit events, settings, commands, checks, the path of a login), and the schema that migrate makes.
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './steps.ts';

/** What is compared, each thing as lines. */
type Facts = Readonly<Record<string, readonly string[]>>;

function wrongUse(): number {
  process.stderr.write('Say what to compare with: npm run compare -- COMMIT\n');
  return 2;
}

function compare(commit: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-compare-'));
  const other = join(folder, 'tree');
  try {
    git('worktree', 'add', '--quiet', '--detach', other, commit);
    symlinkSync(join(root, 'node_modules'), join(other, 'node_modules'));
    const [before, after] = [factsOf(other), factsOf(root)];
    const things = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const differing = things.filter((thing) => tell(thing, before[thing] ?? [], after[thing] ?? []));
    process.stdout.write(`${things.length} things compared, ${differing.length} differ.\n`);
    return differing.length === 0 ? 0 : 1;
  } finally {
    git('worktree', 'remove', '--force', other);
    rmSync(folder, { recursive: true, force: true });
  }
}

function git(...words: readonly string[]): void {
  execFileSync('git', words, { cwd: root });
}

function factsOf(tree: string): Facts {
  const pages = globSync('docs/reference/**/*.{md,json}', { cwd: tree }).sort();
  return {
    'names of tests': namesOfTests(tree),
    'the schema': schemaOf(tree),
    ...Object.fromEntries(pages.map((page) => [page, readFileSync(join(tree, page), 'utf8').split('\n')])),
  };
}

/** The names as written in the files of tests: where they stand does not count, how often one does. */
function namesOfTests(tree: string): readonly string[] {
  const files = globSync('{src,simulators,seed,bench,test}/**/*.test.ts', { cwd: tree });
  const named = /\b(?:test|it|describe)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;
  const names = files.flatMap((file) =>
    [...readFileSync(join(tree, file), 'utf8').matchAll(named)].map(([, , name = '']) => name),
  );
  return names.sort();
}

/** Tables with their columns and comments, indexes, constraints, functions and triggers, as PostgreSQL tells them. */
function schemaOf(tree: string): readonly string[] {
  const script = `
import pg from 'pg';

const { freshDatabase } = await import(${JSON.stringify(join(tree, 'test/support/database.ts'))});
const database = await freshDatabase();
const client = new pg.Client(database.url);
await client.connect();
const lines = [];
for (const text of ${JSON.stringify(schemaQueries)}) lines.push(...(await client.query({ text, rowMode: 'array' })).rows.map(([line]) => line));
await client.end();
await database.drop();
console.log(JSON.stringify(lines));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(said.trim().split('\n').at(-1) ?? '[]');
}

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`;
const schemaQueries = [
  `select format('%s.%s %s %s %s default %s: %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end, a.attgenerated, pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum))
   from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where ${ours} and c.relkind in ('r', 'p', 'v') and not c.relispartition order by 1`,
  `select pg_get_indexdef(c.oid) from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('i', 'I') and not c.relispartition order by 1`,
  `select format('%s %s %s', r.relname, c.conname, pg_get_constraintdef(c.oid)) from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace where ${ours} and not r.relispartition order by 1`,
  `select pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.prokind in ('f', 'p') and not exists (select from pg_depend e where e.objid = p.oid and e.deptype = 'e') order by 1`,
  `select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${ours} and not t.tgisinternal and not c.relispartition order by 1`,
];

/** Writes what is gone and what is new; false when nothing is. */
function tell(thing: string, before: readonly string[], after: readonly string[]): boolean {
  const gone = without(before, after);
  const fresh = without(after, before);
  if (gone.length + fresh.length === 0) return false;
  process.stdout.write(`${thing}: ${gone.length} gone, ${fresh.length} new (of ${after.length})\n`);
  for (const line of gone) process.stdout.write(`  - ${line}\n`);
  for (const line of fresh) process.stdout.write(`  + ${line}\n`);
  return true;
}

/** The lines of one list that another lacks, each as often as it lacks it. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

const [commit] = process.argv.slice(2);
process.exitCode = commit === undefined ? wrongUse() : compare(commit);
