// What runs in the process that draws one document: the type is its argument, the file its input, the drawing its output. It has
// no environment, may read nothing but the program, and ends with its document.
import { buffer } from 'node:stream/consumers';
import type { UploadedType } from '../../domain/documents/index.ts';
import { boundWasmMemory } from './bound-wasm-memory.ts';
import { type Drawing, NotDrawn } from './drawing.ts';
import { writeDrawing } from './drawing-output.ts';

boundWasmMemory();
const type = process.argv[2] as UploadedType;
const drawing = await draw(new Uint8Array(await buffer(process.stdin)));
process.stdout.end(writeDrawing(drawing));

/** Loads only the readers that this type needs. */
async function draw(bytes: Uint8Array): Promise<Drawing> {
  try {
    await bindSharp();
    if (type === 'pdf') return await (await import('./draw-pdf.ts')).drawPdf(bytes);
    if (type === 'heic') return await (await import('./draw-heic.ts')).drawHeic(bytes);
    return await (await import('./draw-image.ts')).drawImage(bytes, type);
  } catch (error) {
    return { kind: 'refused', reason: error instanceof NotDrawn ? error.reason : 'broken' };
  }
}

/** Leaves sharp only the readers of JPEG and PNG, and one thread: two documents at once must not take the whole machine. */
async function bindSharp(): Promise<void> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] });
}
