import { randomBytes, randomUUID } from 'node:crypto';
import type { Randomness } from '../../base/ports.ts';

/** Randomness from the operating system. */
export const systemRandomness: Randomness = {
  token: (bits = 256) => randomBytes(Math.ceil(bits / 8)).toString('base64url'),
  bytes: (count) => randomBytes(count),
  uuid: () => randomUUID(),
};
