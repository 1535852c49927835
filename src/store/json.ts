import { Redacted } from '../base/redacted.ts';

/** JSON that brings moments back as `Date`. Refuses `Redacted`: what is hidden is revealed on purpose or not kept. */
export function encodeJson(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, plain) {
    const original = this[key];
    if (original instanceof Date) return { $date: original.getTime() };
    if (original instanceof Redacted) throw new Error(`a redacted value cannot be kept as JSON (at ${key})`);
    return plain;
  });
}

/** Reads what `encodeJson` wrote. The caller names the type: only what this store wrote ever stands there. */
export function decodeJson<Value>(text: string): Value {
  return JSON.parse(text, (_key, value) => {
    if (typeof value !== 'object' || value === null || !('$date' in value)) return value;
    return new Date(value.$date as number);
  }) as Value;
}
