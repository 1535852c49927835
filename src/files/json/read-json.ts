/** Where something stands in a file: line and column count from 1, columns in characters. */
export type Position = { readonly line: number; readonly column: number };

/** The way from the root of a JSON text to a value: names and places. */
export type JsonPath = readonly (string | number)[];

export type ReadJson =
  | {
      readonly kind: 'read';
      readonly value: unknown;
      /** Where the value at this path stands, or the name of a field, or what encloses it when it is not there. */
      positionOf(path: JsonPath): Position;
    }
  | { readonly kind: 'refused'; readonly position: Position; readonly reason: string };

const DEEPEST = 32;

/**
 * Reads JSON (RFC 8259) and remembers where everything stands, so that what is wrong can be pointed at. Stricter than `JSON.parse`: a name
 * may stand once in an object, and nothing may lie deeper than 32 levels.
 */
export function readJson(text: string): ReadJson {
  const reader = new JsonReader(text.startsWith('\ufeff') ? text.slice(1) : text);
  try {
    const value = reader.readWhole();
    return { kind: 'read', value, positionOf: (path) => reader.positionOf(path) };
  } catch (error) {
    if (error instanceof JsonFault)
      return { kind: 'refused', position: reader.positionAt(error.at), reason: error.message };
    throw error;
  }
}

class JsonFault extends Error {
  readonly at: number;
  constructor(at: number, reason: string) {
    super(reason);
    this.at = at;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;
const WORDS = { true: true, false: false, null: null } as const;

class JsonReader {
  readonly #text: string;
  readonly #places = new Map<string, number>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readWhole(): unknown {
    const value = this.#readValue([]);
    this.#skipSpace();
    if (this.#at < this.#text.length) throw new JsonFault(this.#at, 'there is something after the end');
    return value;
  }

  positionOf(path: JsonPath): Position {
    for (let length = path.length; length >= 0; length -= 1) {
      const at = this.#places.get(keyOf(path.slice(0, length)));
      if (at !== undefined) return this.positionAt(at);
    }
    return this.positionAt(0);
  }

  positionAt(at: number): Position {
    const before = this.#text.slice(0, at).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }

  #readValue(path: JsonPath): unknown {
    this.#skipSpace();
    if (path.length > DEEPEST) throw new JsonFault(this.#at, `this lies deeper than ${DEEPEST} levels`);
    if (!this.#places.has(keyOf(path))) this.#places.set(keyOf(path), this.#at);
    switch (this.#text[this.#at]) {
      case '{':
        return this.#readObject(path);
      case '[':
        return this.#readArray(path);
      case '"':
        return this.#readString();
      default:
        return this.#readScalar();
    }
  }

  #readObject(path: JsonPath): Readonly<Record<string, unknown>> {
    const entries = new Map<string, unknown>();
    this.#readList('}', () => {
      const at = this.#at;
      if (this.#text[at] !== '"')
        throw new JsonFault(at, 'the name of a field is expected here, in double quotes');
      const name = this.#readString();
      if (entries.has(name)) throw new JsonFault(at, `"${name}" stands here for the second time`);
      this.#places.set(keyOf([...path, name]), at);
      this.#expect(':');
      entries.set(name, this.#readValue([...path, name]));
    });
    // Not an object literal: `__proto__` must be a field like any other.
    return Object.fromEntries(entries);
  }

  #readArray(path: JsonPath): readonly unknown[] {
    const values: unknown[] = [];
    this.#readList(']', () => values.push(this.#readValue([...path, values.length])));
    return values;
  }

  #readList(end: ']' | '}', readOne: () => void): void {
    this.#at += 1;
    this.#skipSpace();
    if (this.#take(end)) return;
    for (;;) {
      this.#skipSpace();
      readOne();
      this.#skipSpace();
      if (this.#take(end)) return;
      if (!this.#take(','))
        throw new JsonFault(this.#at, this.#isAtEnd(`a comma or "${end}" is expected here`));
    }
  }

  #readString(): string {
    const from = this.#at;
    let end = from + 1;
    while (end < this.#text.length && this.#text[end] !== '"') end += this.#text[end] === '\\' ? 2 : 1;
    this.#at = end + 1;
    try {
      return JSON.parse(this.#text.slice(from, this.#at)) as string;
    } catch {
      throw new JsonFault(from, 'this text in quotes does not end, or holds something that must be escaped');
    }
  }

  #readScalar(): unknown {
    const word = Object.entries(WORDS).find(([each]) => this.#text.startsWith(each, this.#at));
    if (word) {
      this.#at += word[0].length;
      return word[1];
    }
    const number = this.#match(NUMBER);
    if (number === null) throw new JsonFault(this.#at, this.#isAtEnd('this is no value'));
    return Number(number);
  }

  #isAtEnd(otherwise: string): string {
    return this.#at >= this.#text.length ? 'the file ends too early' : otherwise;
  }

  #expect(character: string): void {
    this.#skipSpace();
    if (!this.#take(character))
      throw new JsonFault(this.#at, this.#isAtEnd(`"${character}" is expected here`));
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #skipSpace(): void {
    this.#match(SPACE);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }
}

function keyOf(path: JsonPath): string {
  return JSON.stringify(path);
}
