/** Longer texts are cut: the work grows with the product of the lengths. */
const LONGEST = 80;

/**
 * How alike two texts are, from 0 to 1: one minus the edits that lead from one to the other (a letter more, less or other, or two
 * neighbours swapped) over the length of the longer one. Orders candidates, decides nothing.
 */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [one.slice(0, LONGEST), other.slice(0, LONGEST)];
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : 1 - editsBetween(a, b) / longest;
}

/** Optimal string alignment, row by row. */
function editsBetween(a: string, b: string): number {
  let before: readonly number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + changed,
          isSwap ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = above;
    above = current;
  }
  return above[b.length] ?? 0;
}
