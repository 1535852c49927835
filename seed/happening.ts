/** Something of the past of the demo world. */
export type Happening = { readonly at: Date; act(): Promise<void> };

/** Lets everything happen in the order of time, each at its own moment. */
export async function playInOrder(
  happenings: readonly Happening[],
  setClock: (at: Date) => void,
): Promise<void> {
  // Sorting is stable: what happens at one moment keeps the order in which it is given.
  for (const { at, act } of happenings.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    setClock(at);
    await act();
  }
}
