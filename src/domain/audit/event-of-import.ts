import type { EventContent } from './model.ts';

/** What can be imported from a file of rows. */
export type ImportedKind = 'register' | 'organisation' | 'staff' | 'right';

/** What the trail tells of an import: which file, by the digest of its bytes, and how many rows did what. */
export function eventOfImport(
  what: ImportedKind,
  digest: string,
  counts: Readonly<Record<string, number>>,
): EventContent {
  return {
    kind: `${what}.imported`,
    subject: { kind: 'file', id: digest },
    purpose: 'operation',
    details: counts,
  };
}
