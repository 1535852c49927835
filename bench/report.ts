/** One figure of a run: a ratio or an amount, what it may be at most or must be at least, and what it was made of. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit:
    | 'ratio'
    | 'ms'
    | 's'
    | 'MB'
    | 'MB/min'
    | 'µs'
    | '/s'
    | 'bytes'
    | 'numbers'
    | 'pages'
    | 'count';
  /** `null`: told for information only. */
  readonly limit: { readonly most: number } | { readonly least: number } | null;
  readonly note?: string;
};

/** What one measure found. */
export type Section = {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** Where the time went, and other things worth knowing: lines of columns. */
  readonly table?: readonly (readonly string[])[];
};

/** A figure within its limit is `ok`, beyond it `over`; one without limit is neither. */
export function verdictOf({ value, limit }: Figure): 'ok' | 'over' | null {
  if (limit === null) return null;
  const holds = 'most' in limit ? value <= limit.most : value >= limit.least;
  return holds ? 'ok' : 'over';
}

/** A section as text for a terminal. */
export function printSection({ title, figures, table = [] }: Section): string {
  const rows = figures.map((figure) => [
    `  ${figure.name}`,
    `${valueText(figure)}${unitText(figure.unit)}`,
    figure.limit === null ? '' : limitText(figure),
    verdictOf(figure) ?? '',
    figure.note ?? '',
  ]);
  const details =
    table.length === 0 ? '' : `\n${columns(table.map((row) => [`    ${row[0] ?? ''}`, ...row.slice(1)]))}\n`;
  return `${title}\n${columns(rows)}\n${details}`;
}

/** A section for other programs. */
export function sectionAsJson(section: Section): object {
  return {
    ...section,
    figures: section.figures.map((figure) => ({ ...figure, verdict: verdictOf(figure) })),
  };
}

function valueText({ value, unit }: Figure): string {
  return unit === 'count' ? String(value) : format(value);
}

function limitText({ limit, unit }: Figure): string {
  if (limit === null) return '';
  return 'most' in limit ? `≤ ${limit.most}${unitText(unit)}` : `≥ ${limit.least}${unitText(unit)}`;
}

function unitText(unit: Figure['unit']): string {
  if (unit === 'ratio') return ' ×';
  if (unit === 'count') return '';
  return unit === '/s' ? '/s' : ` ${unit}`;
}

/** Three figures that matter, never more. */
export function format(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return value.toFixed(0);
  return value.toFixed(size >= 10 ? 1 : 2);
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
    });
  }
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
