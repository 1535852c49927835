/** Fields of a form, each at most once. */
export type FormFields = ReadonlyMap<string, string>;

export type ReadForm =
  | {
      readonly kind: 'form';
      readonly fields: FormFields;
      /** The values of fields that may come more than once, by name. */
      readonly lists: ReadonlyMap<string, readonly string[]>;
    }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-a-form' };

const MAX_FIELDS = 30;
const MAX_REPEATED = 500;

/**
 * Reads a form of at most `limit` bytes; stops reading as soon as it is more. Only `application/x-www-form-urlencoded`, each field
 * at most once: a second value of the same name could be seen by one reader and not by another. `repeated` names the fields
 * that may come more than once (the check boxes of a list): they are in `lists`, and nowhere else.
 */
export async function readForm(
  request: Request,
  limit: number,
  repeated: readonly string[] = [],
): Promise<ReadForm> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return { kind: 'not-a-form' };
  const text = await readBounded(request, limit);
  if (text === null) return { kind: 'too-large' };
  const fields = new Map<string, string>();
  const lists = new Map<string, readonly string[]>(repeated.map((name) => [name, []]));
  // Nobody types U+0000, and the database holds it in no text.
  for (const [name, value] of new URLSearchParams(text.replaceAll(/%00|\0/g, ''))) {
    const list = lists.get(name);
    if (list) {
      if (list.length === MAX_REPEATED) return { kind: 'not-a-form' };
      lists.set(name, [...list, value]);
      continue;
    }
    if (fields.has(name) || fields.size === MAX_FIELDS) return { kind: 'not-a-form' };
    fields.set(name, value);
  }
  return { kind: 'form', fields, lists };
}

async function readBounded(request: Request, limit: number): Promise<string | null> {
  const announced = request.headers.get('content-length');
  // HTTP holds a body to its announced length, so the quick way is safe when that is within the limit.
  if (announced !== null) return Number(announced) <= limit ? request.text() : null;
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
