import { nameKeys } from './name-keys.ts';
import { placeNames } from './place-names.ts';

const placeByKey: ReadonlyMap<string, number> = new Map(
  placeNames.flatMap((names, place) =>
    names.flatMap((name) => [...nameKeys(name)].map((key) => [key, place] as const)),
  ),
);

/** Which place goes by this name in some language; `null` for one that has the same name in all, or is not known. */
export function placeOf(town: string): number | null {
  const key = [...nameKeys(town)].find((each) => placeByKey.has(each));
  return key === undefined ? null : (placeByKey.get(key) ?? null);
}
