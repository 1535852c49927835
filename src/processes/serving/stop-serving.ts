import type { Server } from 'node:http';
import { SECOND } from '../../base/time.ts';

/** How long requests under way may take to end, once the process is asked to stop: no statement takes longer. */
export const DRAIN = 20 * SECOND;

/**
 * Takes no new requests, lets those under way end, and closes each connection when it has nothing more to say. What is not done
 * after the bound is cut off.
 */
export async function stopServing(server: Server, withinMilliseconds = DRAIN): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const closeIdle = () => setImmediate(() => server.closeIdleConnections());
  const sweep = setInterval(closeIdle, SECOND / 10);
  const force = setTimeout(() => server.closeAllConnections(), withinMilliseconds);
  closeIdle();
  await closed;
  clearInterval(sweep);
  clearTimeout(force);
}
