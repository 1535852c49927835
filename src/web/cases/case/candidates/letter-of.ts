const LETTERS = 26;

/** By which letters a candidate is spoken of: A to Z, then AA, AB and so on. */
export function letterOf(index: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (index % LETTERS));
  return index < LETTERS ? last : `${letterOf(Math.floor(index / LETTERS) - 1)}${last}`;
}
