import type { ExportedMatching, KeptMatching } from './model.ts';

/** Writes out an entry, field by field. */
export function exportMatching(entry: KeptMatching): ExportedMatching {
  const { at, removeAt, country, outcome, correlation, comparisons, presented, registered } = entry;
  const known = outcome === 'matched' ? registered : null;
  const compared = new Map<string, string>(comparisons.map(({ field, verdict }) => [field, verdict]));
  const fields = new Set([...compared.keys(), ...Object.keys(presented)]);
  return {
    at: at.toISOString(),
    removedAfter: removeAt.toISOString(),
    country,
    outcome,
    reference: correlation,
    compared: [...fields].map((field) => ({
      field,
      verdict: outcome === 'matched' ? (compared.get(field) ?? null) : null,
      presented: presented[field] ?? null,
      registered: known?.[field] ?? null,
    })),
  };
}

/** The same as rows, the first of them with the names of the columns. */
export function matchingRows(entries: readonly ExportedMatching[]): readonly (readonly (string | null)[])[] {
  const head = [
    'at',
    'removed_after',
    'country',
    'outcome',
    'reference',
    'field',
    'verdict',
    'presented',
    'registered',
  ];
  return [
    head,
    ...entries.flatMap(({ at, removedAfter, country, outcome, reference, compared }) =>
      compared.map(({ field, verdict, presented, registered }) => [
        at,
        removedAfter,
        country,
        outcome,
        reference,
        field,
        verdict,
        presented,
        registered,
      ]),
    ),
  ];
}
