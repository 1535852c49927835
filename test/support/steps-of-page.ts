import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './steps.ts';

/** What a page of the documentation says to do, in its order: a file to write, or a command to type. */
export type PageStep =
  | { readonly kind: 'file'; readonly name: string; readonly content: string }
  | { readonly kind: 'command'; readonly line: string };

/** A file is announced as ``In `name` …:`` before its block; every other line that types bin/sluis in a block is a command. */
const BLOCK = /(?:In `([\w.-]+)`[^\n]*:\n\n)?```(?:json)?\n([\s\S]*?)```/g;

/** Reads what a page says to do. */
export async function stepsOfPage(path: string): Promise<readonly PageStep[]> {
  const page = await readFile(join(root, path), 'utf8');
  return [...page.matchAll(BLOCK)].flatMap(([, name, content = '']): readonly PageStep[] =>
    name === undefined
      ? content
          .split('\n')
          .filter((line) => /\bbin\/sluis /.test(line))
          .map((line) => ({ kind: 'command', line: line.trim() }))
      : [{ kind: 'file', name, content }],
  );
}
