import { Worker } from 'node:worker_threads';
import { SECOND } from '../../base/time.ts';
import type { Drawing, DrawingOrder } from './drawing.ts';

const THREAD = new URL('./drawing-thread.ts', import.meta.url);
const LONGEST = 20 * SECOND;
const broken: Drawing = { kind: 'refused', reason: 'broken' };

/**
 * Draws one document in a thread of its own, which ends with it: nothing of one file is left for the next, and what takes too long or too
 * much is cut off. The thread sees no environment and says nothing on our output.
 */
export async function drawInThread(order: DrawingOrder, longest = LONGEST): Promise<Drawing> {
  const bytes = new Uint8Array(order.bytes);
  const thread = new Worker(THREAD, {
    workerData: { type: order.type, bytes },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const { promise, resolve } = Promise.withResolvers<Drawing>();
  const overrun = setTimeout(() => resolve(broken), longest);
  thread.once('message', resolve);
  thread.once('error', () => resolve(broken));
  thread.once('exit', () => resolve(broken));
  try {
    return await promise;
  } finally {
    clearTimeout(overrun);
    await thread.terminate();
  }
}
