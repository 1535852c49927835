import { open } from 'node:fs/promises';

export type ReadTextFile =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads a file of at most `longest` bytes as strict UTF-8, `-` being standard input; says in words why it cannot. */
export async function readTextFile(path: string, longest: number): Promise<ReadTextFile> {
  try {
    const bytes = await readBytes(path, longest);
    if (bytes.length > longest) return { kind: 'refused', reason: `is larger than ${longest} bytes` };
    return { kind: 'read', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error) };
  }
}

/** The bytes of a file, or of standard input (`-`); at most a piece more than `longest`, whatever its size is said to be. */
export async function readBytes(path: string, longest: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  await using opened = path === '-' ? null : await open(path, 'r');
  for await (const chunk of opened?.createReadStream({ autoClose: false }) ?? process.stdin) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > longest) break;
  }
  return Buffer.concat(chunks);
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
      // Whatever else the system calls it: a name too long, a folder in the way, a disk that fails.
      if (typeof code === 'string' && /^E[A-Z0-9]+$/.test(code)) return `cannot be read (${code})`;
      throw error;
  }
}
