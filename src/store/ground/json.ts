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

// Walked by hand, as a replacer or reviver of JSON itself takes several times as long, at every step of a login. What holds no moment is
// handed on as it is.
function marked(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Redacted) throw new Error(`a redacted value cannot be kept as JSON (at ${key})`);
  if (Array.isArray(value)) return value.map((each) => marked(each, key));
  let copy: Record<string, unknown> | null = null;
  for (const [name, each] of Object.entries(value)) {
    const own = marked(each, name);
    if (own === each) continue;
    copy ??= { ...value };
    copy[name] = own;
  }
  return copy ?? value;
}

/** Puts moments into what was just parsed, and is nobody else's. */
function unmarked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value) return new Date(value.$date as number);
  const holder = value as Record<string, unknown>;
  for (const name of Object.keys(holder)) {
    const each = holder[name];
    if (typeof each === 'object' && each !== null) holder[name] = unmarked(each);
  }
  return holder;
}
