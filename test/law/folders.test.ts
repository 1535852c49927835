import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import test from 'node:test';
import { expectNone } from './law.ts';
import { root } from './read-tree.ts';

const MOST_FILES = 25;

test(`no folder of src holds more than ${MOST_FILES} files directly, tests beside them not counted: ls tells its story`, () => {
  const full = foldersIn(join(root, 'src')).flatMap((folder) => {
    const files = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isFile());
    const count = files.filter(({ name }) => !name.endsWith('.test.ts')).length;
    return count > MOST_FILES ? [{ path: relative(root, folder), what: `holds ${count} files` }] : [];
  });
  expectNone('folder-size', full);
});

function foldersIn(folder: string): string[] {
  const inside = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory());
  return [folder, ...inside.flatMap(({ name }) => foldersIn(join(folder, name)))];
}
