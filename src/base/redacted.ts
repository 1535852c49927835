const MASK = '[redacted]';
const inspect = Symbol.for('nodejs.util.inspect.custom');

/**
 * A personal or secret value that prints a mask wherever it is turned into text: string conversion, JSON, inspection.
 * The only way to the value is `reveal()`, so that each use can be found by searching for that word.
 */
export class Redacted<Value> {
  readonly #value: Value;
  constructor(value: Value) {
    this.#value = value;
  }
  reveal(): Value {
    return this.#value;
  }
  toString(): string {
    return MASK;
  }
  toJSON(): string {
    return MASK;
  }
  [inspect](): string {
    return MASK;
  }
}
