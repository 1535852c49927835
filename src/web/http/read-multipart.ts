import type { FormFields } from './read-form.ts';

/** A file as the browser sent it; its name is whatever the sender wrote. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

export type ReadMultipart =
  | { readonly kind: 'form'; readonly fields: FormFields; readonly files: readonly UploadedFile[] }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-a-form' };

export type MultipartBounds = {
  /** The only field in which files may stand; it may repeat. */
  readonly fileField: string;
  readonly files: number;
  readonly bytesPerFile: number;
};

const MAX_FIELDS = 30;
/** For fields, headers of parts and boundaries. */
const BESIDE_FILES = 64 * 1024;
/** A browser shows our page only when it could send all that it wanted: so much more is read, and thrown away. */
const DISCARDED = 4;

/**
 * Reads a form with files. Stops keeping at the sum of the bounds; then each field at most once, files in one field only, no more and no larger than
 * agreed. A field for files that was left empty gives no file.
 */
export async function readMultipart(request: Request, bounds: MultipartBounds): Promise<ReadMultipart> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) return { kind: 'not-a-form' };
  const body = await readBody(request, bounds.files * bounds.bytesPerFile + BESIDE_FILES);
  if (body === null) return { kind: 'too-large' };
  const form = await parse(body, type);
  return form === null ? { kind: 'not-a-form' } : sort(form, bounds);
}

async function sort(form: FormData, { fileField, ...most }: MultipartBounds): Promise<ReadMultipart> {
  const fields = new Map<string, string>();
  const files: UploadedFile[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      if (name === fileField || fields.has(name) || fields.size === MAX_FIELDS) return { kind: 'not-a-form' };
      fields.set(name, value);
    } else {
      if (name !== fileField) return { kind: 'not-a-form' };
      // What a browser sends for a field in which nothing was chosen.
      if (value.name === '' && value.size === 0) continue;
      if (files.length === most.files) return { kind: 'not-a-form' };
      if (value.size > most.bytesPerFile) return { kind: 'too-large' };
      files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
  }
  return { kind: 'form', fields, files };
}

/** Node's own parser, on a body that is whole and bounded. */
async function parse(body: Blob, type: string): Promise<FormData | null> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    return null;
  }
}

async function readBody(request: Request, limit: number): Promise<Blob | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit * DISCARDED) return null;
  let kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit * DISCARDED) return null;
    if (size > limit) kept = [];
    else kept.push(chunk);
  }
  return size > limit ? null : new Blob(kept);
}
