import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type MultipartBounds, readMultipart } from './read-multipart.ts';

const bounds: MultipartBounds = { fileField: 'file', files: 2, bytesPerFile: 1000 };

function requestOf(
  body: FormData | ReadableStream | string | Uint8Array,
  headers: Record<string, string> = {},
) {
  return new Request('http://localhost/upload', { method: 'POST', body, headers, duplex: 'half' });
}

function formOf(fields: readonly (readonly [string, string | File])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const file = (bytes: string | Uint8Array<ArrayBuffer>, name = 'paspoort.jpg') =>
  new File([bytes], name, { type: 'text/html' });
const read = async (fields: readonly (readonly [string, string | File])[]) =>
  readMultipart(requestOf(formOf(fields)), bounds);
const kindOf = async (fields: readonly (readonly [string, string | File])[]) => (await read(fields)).kind;

test('fields and files of a browser arrive as they were sent, in any language', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 1000 }),
      fc.string({ unit: 'grapheme' }),
      async (bytes, text) => {
        // A browser makes CR LF of every line end of a field (HTML, 4.10.21.4).
        const line = text.replaceAll(/[\r\n]/g, '');
        const form = await read([
          ['csrf', line],
          ['file', file(Buffer.from(bytes), 'Ταυτότητα "1".jpg')],
        ]);
        assert.equal(form.kind, 'form');
        if (form.kind !== 'form') return;
        assert.equal(form.fields.get('csrf'), line);
        assert.deepEqual(
          form.files.map((each) => [each.name, Buffer.from(each.bytes)]),
          [['Ταυτότητα "1".jpg', Buffer.from(bytes)]],
        );
      },
    ),
    { numRuns: 50 },
  );
});

test('a file field in which nothing was chosen gives no file', async () => {
  const part =
    '--b\r\nContent-Disposition: form-data; name="file"; filename=""\r\nContent-Type: application/octet-stream';
  const body = `${part}\r\n\r\n\r\n--b--\r\n`;
  const form = await readMultipart(
    requestOf(body, { 'content-type': 'multipart/form-data; boundary=b' }),
    bounds,
  );
  assert.deepEqual(form, { kind: 'form', fields: new Map(), files: [] });
});

test('an empty file is a file', async () => {
  const form = await read([['file', file('', 'leeg.pdf')]]);
  assert.equal(form.kind === 'form' && form.files.length, 1);
});

test('files up to the bounds are taken, and none beyond them', async () => {
  const full = file('x'.repeat(1000));
  assert.equal(
    await kindOf([
      ['file', full],
      ['file', full],
    ]),
    'form',
  );
  assert.equal(await kindOf([['file', file('x'.repeat(1001))]]), 'too-large');
  assert.equal(
    await kindOf([
      ['file', full],
      ['file', full],
      ['file', full],
    ]),
    'not-a-form',
  );
});

test('a field that comes twice, a file in another field and a text in the field of files make no form', async () => {
  assert.equal(
    await kindOf([
      ['csrf', '1'],
      ['csrf', '2'],
    ]),
    'not-a-form',
  );
  assert.equal(await kindOf([['csrf', file('x')]]), 'not-a-form');
  assert.equal(await kindOf([['file', 'x']]), 'not-a-form');
  const many = Array.from({ length: 31 }, (_, index) => [`field${index}`, ''] as const);
  assert.equal(await kindOf(many), 'not-a-form');
});

test('a body that is larger than all files together is not kept, announced or not', async () => {
  const type = { 'content-type': 'multipart/form-data; boundary=x' };
  let sent = 0;
  const endless = () =>
    new ReadableStream({
      pull(controller) {
        sent += 50_000;
        controller.enqueue(new Uint8Array(50_000));
      },
    });
  assert.equal((await readMultipart(requestOf(endless(), type), bounds)).kind, 'too-large');
  assert.ok(sent < 1_000_000);
  sent = 0;
  const announced = { ...type, 'content-length': '1000000' };
  assert.equal((await readMultipart(requestOf(endless(), announced), bounds)).kind, 'too-large');
  assert.ok(sent <= 100_000);
});

test('what is no whole form with files is none', async () => {
  const type = 'multipart/form-data; boundary=b';
  const part = '--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n1\r\n';
  const kindOfText = async (body: string, contentType: string) =>
    (await readMultipart(requestOf(body, { 'content-type': contentType }), bounds)).kind;
  assert.equal(await kindOfText(`${part}--b--\r\n`, type), 'form');
  const broken = [part, part.slice(0, 40), '', `${part}--c--\r\n`, part.replace('name', 'nom')];
  for (const body of broken) assert.equal(await kindOfText(body, type), 'not-a-form', body);
  for (const other of ['multipart/form-data', 'multipart/mixed; boundary=b', 'text/plain', ''])
    assert.equal(await kindOfText(`${part}--b--\r\n`, other), 'not-a-form', other);
});
