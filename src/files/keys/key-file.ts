import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type KeySet, keyStages, keyUses } from '../../domain/keys/index.ts';

export type ReadKeys =
  | { readonly kind: 'read'; readonly set: KeySet; readonly openTo: 'owner' | 'group' | 'everybody' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly problem: string };

const LONGEST = 1_000_000;

const entry = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{4,64}$/),
  use: z.enum(keyUses),
  stage: z.enum(keyStages),
  createdAt: z.iso.datetime(),
  material: z.string().min(40).max(8192),
  certificate: z.string().startsWith('-----BEGIN CERTIFICATE-----').max(8192).nullable(),
});

/** The key file: format 1. Every process of one installation reads the same one; none but `key` commands writes it. */
const keySetSchema = z.strictObject({ format: z.literal(1), keys: z.array(entry).min(1).max(200) });

/** Reads the key file; what is wrong with it is said without a word of what it holds. */
export async function readKeyFile(path: string): Promise<ReadKeys> {
  const info = await stat(path).catch(() => null);
  if (!info) return { kind: 'missing' };
  if (info.size > LONGEST) return { kind: 'refused', problem: 'the key file is larger than 1 MB' };
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return { kind: 'refused', problem: 'the key file is not JSON' };
  }
  const parsed = keySetSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      kind: 'refused',
      problem: `the key file does not fit at ${issue?.path.join('.') ?? 'its root'}`,
    };
  }
  return { kind: 'read', set: parsed.data, openTo: openTo(info.mode) };
}

function openTo(mode: number): 'owner' | 'group' | 'everybody' {
  if ((mode & 0o007) !== 0) return 'everybody';
  return (mode & 0o070) === 0 ? 'owner' : 'group';
}

/** Writes the key file whole or not at all, readable by its owner only. */
export async function writeKeyFile(path: string, set: KeySet): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(set, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
