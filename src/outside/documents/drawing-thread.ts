// What runs in the thread that draws one document: the file comes as data of the thread, the drawing leaves as its only message.
import { parentPort, workerData } from 'node:worker_threads';
import { boundWasmMemory } from './bound-wasm-memory.ts';
import { type Drawing, type DrawingOrder, NotDrawn } from './drawing.ts';

boundWasmMemory();
const order = workerData as DrawingOrder;
parentPort?.postMessage(await draw(order));

/** Loads only the readers that this type needs. */
async function draw({ type, bytes }: DrawingOrder): Promise<Drawing> {
  try {
    if (type === 'pdf') return await (await import('./draw-pdf.ts')).drawPdf(bytes);
    if (type === 'heic') return await (await import('./draw-heic.ts')).drawHeic(bytes);
    return await (await import('./draw-image.ts')).drawImage(bytes, type);
  } catch (error) {
    return { kind: 'refused', reason: error instanceof NotDrawn ? error.reason : 'broken' };
  }
}
