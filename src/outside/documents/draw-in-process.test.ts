import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import test from 'node:test';
import fc from 'fast-check';
import { openDrawer } from './draw-in-process.ts';
import { readDrawing, writeDrawing } from './drawing-output.ts';

const order = { type: 'png', bytes: new Uint8Array([1]) } as const;
/** What this code, in the place of the decoders, finds out: it tells a reason that means yes. */
const finds = async (code: string) => {
  const program = [
    '--input-type=module',
    '--eval',
    `const tell = (yes) => console.log(JSON.stringify({ kind: 'refused', reason: yes ? 'harmful' : 'type' })); ${code}`,
  ];
  const drawn = await openDrawer({ cpuSeconds: 5, wallMilliseconds: 20_000 }, program).draw(order);
  if (drawn.kind !== 'refused') throw new Error('it drew something');
  return drawn.reason;
};

test('the process that reads a file of a stranger has no environment, reads no other file, and starts no program', async () => {
  process.env.SLUIS_TEST_SECRET = 'in the environment';
  assert.equal(await finds('tell(true)'), 'harmful', 'it can tell');
  assert.equal(
    await finds("tell(Object.keys(process.env).some((name) => name.startsWith('SLUIS')))"),
    'type',
  );
  const reads = (path: string) =>
    `import { readFileSync } from 'node:fs'; try { readFileSync(${JSON.stringify(path)}); tell(true); } catch { tell(false); }`;
  assert.equal(await finds(reads(`${import.meta.dirname}/drawing.ts`)), 'harmful');
  assert.equal(await finds(reads('/etc/passwd')), 'type');
  assert.equal(await finds(reads(`${import.meta.dirname}/../../../README.md`)), 'type');
  const starts =
    "import { execFileSync } from 'node:child_process'; try { execFileSync('/bin/true'); tell(true); } catch { tell(false); }";
  assert.equal(await finds(starts), 'type');
});

test('it reaches nobody, not even on this machine', async (t) => {
  if (!openDrawer().isCut) return t.skip('this system does not let us take the network away');
  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => void server.close());
  const { port } = server.address() as { port: number };
  const connects = `import { connect } from 'node:net'; connect(${port}, '127.0.0.1').once('connect', () => { tell(true); process.exit(); }).once('error', () => tell(false));`;
  assert.equal(await finds(connects), 'type');
});

test('it ends at its limit of processor time, whatever it does', async () => {
  const program = ['--eval', 'for (;;);'];
  const drawn = await openDrawer({ cpuSeconds: 1 }, program).draw(order);
  assert.deepEqual(drawn, { kind: 'refused', reason: 'broken' });
});

test('what it says is read as a drawing, or not at all', () => {
  const image = { type: 'image/png', bytes: new Uint8Array([1, 2, 3]) } as const;
  const drawing = {
    kind: 'drawn',
    pages: [image, image],
    thumbnail: image,
    size: { width: 3, height: 2 },
  } as const;
  const written = writeDrawing(drawing);
  assert.deepEqual(readDrawing(written), drawing);
  assert.deepEqual(readDrawing(writeDrawing({ kind: 'refused', reason: 'password' })), {
    kind: 'refused',
    reason: 'password',
  });
  for (const end of [0, 1, written.length - 1]) assert.equal(readDrawing(written.subarray(0, end)), null);
  assert.equal(readDrawing(Buffer.concat([written, Buffer.from([0])])), null);
  fc.assert(
    fc.property(fc.json(), fc.uint8Array({ maxLength: 20 }), (head, rest) => {
      const read = readDrawing(Buffer.concat([Buffer.from(`${head}\n`), rest]));
      assert.ok(read === null || read.kind === 'refused');
    }),
  );
});
