import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './steps.ts';

/** Where tests stand. */
const everywhere = ['src', 'simulators', 'seed', 'bench', 'test'].map((folder) => `${folder}/**/*.test.ts`);
/** How many files share a process at most. Reading the program costs more than most files do, and the last to end is waited for. */
const SHARED_BY = 14;
/** Files that measure or end processes, live at a clock of their own, or take minutes. */
const alone = [
  /^test\/(journeys|two-processes|clocks|fresh-machine)\//,
  /^test\/(conformance\/(debian|node-26|mod-auth|xml)|attacks\/(documents|dear-inputs))/,
  /^simulators\/pages/,
  /^src\/outside\/(documents|postgres)\//,
  /^src\/processes\/(command-line\/command-line|checks\/exposure|serving\/gatekeeper|working\/outages|demo\/time-travel)/,
];
/** What a file does to the whole process that it runs in. */
const changesItsProcess =
  /^(before|beforeEach|afterEach)\(|\bmock\b|process\.(env\.\w+ =|exitCode|chdir|on\()|configureGlobal/m;
/** The dearest first, so that none of them is left alone at the end. */
const dearest = [
  'test/journeys/screens',
  'test/journeys/request-screens',
  'test/journeys/number-request',
  'test/conformance/debian-postgres',
  'test/conformance/node-26',
  'test/journeys/desk-screens',
  'test/journeys/case-screens',
  'test/journeys/office-screens',
  'test/two-processes/form-cut-off',
  'test/two-processes/mail-cut-off',
  'test/journeys/',
  'test/two-processes/',
  'test/fresh-machine/',
  'test/attacks/documents',
  'simulators/pages',
  'test/clocks/',
  'test/conformance/',
];

/** Test files that share one process, or the one that has its own. */
export type Share = { readonly name: string; readonly files: readonly string[] };

/** All test files (or those that fit these patterns), each once: which run together, and in which order they begin. */
export function planRun(chosen: readonly string[] = everywhere): readonly Share[] {
  const files = globSync([...chosen], { cwd: root }).sort();
  const own = files.filter(hasItsOwnProcess);
  const byPart = Object.groupBy(
    files.filter((file) => !own.includes(file)),
    partOf,
  );
  const shares = Object.entries(byPart).flatMap(([part, together = []]) => {
    const size = Math.ceil(together.length / Math.ceil(together.length / SHARED_BY));
    return Array.from({ length: Math.ceil(together.length / size) }, (_, index) => ({
      name: `${part}-${index + 1}`,
      files: together.slice(index * size, (index + 1) * size),
    }));
  });
  const singles = own.map((file) => ({ name: basename(file, '.test.ts'), files: [file] }));
  const isDear = ({ files: [file = ''] }: Share) => rankOf(file) < dearest.length;
  return [
    ...singles.filter(isDear).sort((a, b) => rankOf(a.files[0] ?? '') - rankOf(b.files[0] ?? '')),
    ...shares,
    ...singles.filter((each) => !isDear(each)),
  ];
}

/** Test files to hand to Node, in the order to begin with: one for each share. */
export type Entries = { readonly files: readonly string[]; remove(): void };

/** One file for each share, made where it has to be: importing it runs all of its tests. */
export function makeEntries(shares: readonly Share[]): Entries {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-shares-'));
  const files = shares.map(({ name, files }) => {
    const [only] = files;
    if (files.length === 1 && only !== undefined) return only;
    const entry = join(folder, `${name}.test.mjs`);
    const imports = files.map((file) => `await import('${pathToFileURL(join(root, file)).href}');`);
    writeFileSync(entry, `${imports.join('\n')}\n`);
    return entry;
  });
  return { files, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function hasItsOwnProcess(file: string): boolean {
  return (
    alone.some((pattern) => pattern.test(file)) ||
    changesItsProcess.test(readFileSync(join(root, file), 'utf8'))
  );
}

/** Files of one part of the tree read much the same program. */
function partOf(file: string): string {
  const [top = '', part = ''] = file.split('/');
  if (top === 'src') return /^(base|config|domain|login)$/.test(part) ? 'src-inner' : `src-${part}`;
  return top === 'test' ? `test-${part}` : top;
}

function rankOf(file: string): number {
  const place = dearest.findIndex((start) => file.startsWith(start));
  return place === -1 ? dearest.length : place;
}
