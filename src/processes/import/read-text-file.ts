import { open } from 'node:fs/promises';

export type ReadTextFile =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads a file of at most `longest` bytes as strict UTF-8; says in words why it cannot. */
export async function readTextFile(path: string, longest: number): Promise<ReadTextFile> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > longest) return { kind: 'refused', reason: `is larger than ${longest} bytes` };
    return { kind: 'read', text: new TextDecoder('utf-8', { fatal: true }).decode(await file.readFile()) };
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error) };
  }
}

/** Why a file cannot be read, in words; throws on what is no matter of files. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOENT':
      return 'does not exist';
    case 'EACCES':
      return 'may not be read by this user';
    case 'EISDIR':
      return 'is a folder';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'is not UTF-8';
    default:
      throw error;
  }
}
