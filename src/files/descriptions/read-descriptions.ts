import type { FileProblem } from '../json/problem.ts';
import { type JsonPath, type Position, readJson } from '../json/read-json.ts';
import { readTextFile } from '../text/read-text-file.ts';

/** One thing that is wrong with a file, with where it stands. */
export type PlacedProblem = Position & { readonly path: string; readonly reason: string };

export type ReadDescriptions<Item> =
  | { readonly kind: 'read'; readonly items: readonly Item[] }
  | { readonly kind: 'refused'; readonly problems: readonly PlacedProblem[] };

/** How one description becomes an item. `idOf` tells the items of a file apart: none may stand in it twice. */
export type DescriptionReader<Item> = {
  parse(value: unknown): Promise<Parsed<Item>>;
  idOf(item: Item): string;
};
export type Parsed<Item> =
  | { readonly kind: 'parsed'; readonly item: Item }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] };

const LARGEST_FILE = 32_000_000;
const MOST_ITEMS = 1000;

/** Reads a JSON file with one description or a list of them. All problems of all descriptions are told at once. */
export async function readDescriptions<Item>(
  path: string,
  reader: DescriptionReader<Item>,
): Promise<ReadDescriptions<Item>> {
  const file = await readTextFile(path, LARGEST_FILE);
  const nowhere = { line: 1, column: 1, path: '' };
  if (file.kind === 'refused')
    return { kind: 'refused', problems: [{ ...nowhere, reason: `the file ${file.reason}` }] };
  const json = readJson(file.text);
  if (json.kind === 'refused')
    return { kind: 'refused', problems: [{ ...json.position, path: '', reason: json.reason }] };
  const isList = Array.isArray(json.value);
  const values: readonly unknown[] = isList ? (json.value as readonly unknown[]) : [json.value];
  const place = (itemPath: JsonPath, problem: FileProblem): PlacedProblem => {
    const whole = [...itemPath, ...problem.path];
    return { ...json.positionOf(whole), path: showPath(whole), reason: problem.message };
  };
  if (values.length === 0 || values.length > MOST_ITEMS) {
    return {
      kind: 'refused',
      problems: [place([], { path: [], message: `must hold 1 to ${MOST_ITEMS} descriptions` })],
    };
  }
  const items: Item[] = [];
  const problems: PlacedProblem[] = [];
  for (const [index, value] of values.entries()) {
    const itemPath = isList ? [index] : [];
    const read = await reader.parse(value);
    if (read.kind === 'refused') problems.push(...read.problems.map((problem) => place(itemPath, problem)));
    else if (items.some((each) => reader.idOf(each) === reader.idOf(read.item))) {
      problems.push(
        place(itemPath, { path: [], message: `describes ${reader.idOf(read.item)} for the second time` }),
      );
    } else items.push(read.item);
  }
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'read', items };
}

/** `rights[0].name.nl`, as people write it. */
function showPath(path: JsonPath): string {
  return path
    .map((part, place) => (typeof part === 'number' ? `[${part}]` : place === 0 ? part : `.${part}`))
    .join('');
}
