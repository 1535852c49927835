import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a simulator kept in a file, as it was written; `null` when it kept nothing yet. `makes`: who makes what anew once the file is removed. */
export async function readKept<Kept>(file: string, makes: string): Promise<Kept | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Kept;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new Error(`${file} cannot be read; remove it and ${makes}`, { cause: error });
  }
}

/** Keeps secrets in a file: written beside and renamed, so that a process that is stopped half-way leaves no half file. */
export async function writeKept(file: string, kept: object): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(kept, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
