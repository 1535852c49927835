import { Redacted } from '../../base/redacted.ts';

/** JSON that brings moments back as `Date`. Refuses `Redacted`: what is hidden is revealed on purpose or not kept. */
export function encodeJson(value: unknown): string {
  return JSON.stringify(marked(value, ''));
}

/** Reads what `encodeJson` wrote. The caller names the type: only what this store wrote ever stands there. */
export function decodeJson<Value>(text: string): Value {
  const value: unknown = JSON.parse(text);
  return (text.includes('"$date"') ? unmarked(value) : value) as Value;
}

// Walked by hand, as a replacer or reviver of JSON itself takes several times as long, at every step of a login.
function marked(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Redacted) throw new Error(`a redacted value cannot be kept as JSON (at ${key})`);
  if (Array.isArray(value)) return value.map((each) => marked(each, key));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, marked(each, name)]));
}

function unmarked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(unmarked);
  if ('$date' in value) return new Date(value.$date as number);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, unmarked(each)]));
}
