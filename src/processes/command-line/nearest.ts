/** The words out of these that somebody may have meant: a slip or two away, or begun; the nearest first. */
export function nearest(typed: string, words: readonly string[]): readonly string[] {
  const most = typed.length < 4 ? 1 : 2;
  return words
    .map((word) => ({
      word,
      slips: word.startsWith(typed) && typed.length > 1 ? 0 : slipsBetween(typed, word),
    }))
    .filter(({ slips }) => slips <= most)
    .toSorted((one, other) => one.slips - other.slips)
    .map(({ word }) => word);
}

/** Letters that were added, left out, exchanged, or swapped with their neighbour (optimal string alignment). */
function slipsBetween(one: string, other: string): number {
  const rows: number[][] = [];
  for (let i = 0; i <= one.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= other.length; j += 1) {
      const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
      if (i === 0) rows[0]?.push(j);
      else {
        const exchanged = at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
        const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        const swapped = isSwapped ? at(i - 2, j - 2) + 1 : exchanged;
        rows[i]?.push(Math.min(exchanged, swapped, at(i - 1, j) + 1, at(i, j - 1) + 1));
      }
    }
  }
  return rows[one.length]?.[other.length] ?? 0;
}
