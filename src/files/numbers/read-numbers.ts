import {
  type NationalNumber,
  type NationalNumberRefusal,
  parseNationalNumber,
} from '../../domain/person/index.ts';
import { readTextFile } from '../text/read-text-file.ts';

/**
 * Numbers of people stand in files and in no argument of a command: arguments can be seen by everybody on the machine, and stay in the
 * history of the shell.
 */
export type ReadNumbers<Numbers> =
  | ({ readonly kind: 'read' } & Numbers)
  /** The file itself cannot be read. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'not-two-lines' }
  | { readonly kind: 'no-number'; readonly which: keyof Numbers; readonly reason: NationalNumberRefusal };

/** Bytes. */
const LONGEST = 1000;

/** Reads a file (`-`: standard input) with two lines, the old number and the new one. */
export async function readReplacement(
  file: string,
  today: Date,
): Promise<ReadNumbers<{ readonly old: NationalNumber; readonly current: NationalNumber }>> {
  const read = await readTextFile(file, LONGEST);
  if (read.kind === 'refused') return { kind: 'unreadable', reason: read.reason };
  const lines = read.text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first, second] = lines;
  if (first === undefined || second === undefined || lines.length !== 2) return { kind: 'not-two-lines' };
  const [old, current] = [parseNationalNumber(first, today), parseNationalNumber(second, today)];
  if (old.kind !== 'parsed') return { kind: 'no-number', which: 'old', reason: old.reason };
  if (current.kind !== 'parsed') return { kind: 'no-number', which: 'current', reason: current.reason };
  return { kind: 'read', old: old.number, current: current.number };
}

/** Reads a file with one number. */
export async function readOneNumber(
  file: string,
  today: Date,
): Promise<Exclude<ReadNumbers<{ readonly number: NationalNumber }>, { readonly kind: 'not-two-lines' }>> {
  const read = await readTextFile(file, LONGEST);
  if (read.kind === 'refused') return { kind: 'unreadable', reason: read.reason };
  const parsed = parseNationalNumber(read.text.trim(), today);
  return parsed.kind === 'parsed'
    ? { kind: 'read', number: parsed.number }
    : { kind: 'no-number', which: 'number', reason: parsed.reason };
}
