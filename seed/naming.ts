import { createHash } from 'node:crypto';
import { type CorrelationCode, correlationCode } from '../src/base/correlation.ts';

/** A UUID that follows from a name (RFC 9562, version 8), so that seeding twice makes the same thing and not two. */
export function idFor(name: string): string {
  const hex = digest(name).toString('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

/** A correlation code that follows from a name. */
export function correlationFor(name: string): CorrelationCode {
  return correlationCode(digest(name));
}

/** A number from 0 to `below` − 1 that follows from a name: chance that is the same every time. */
export function numberFor(name: string, below: number): number {
  return digest(name).readUInt32BE(0) % below;
}

/** Twenty bytes that follow from a name, for a subject identifier. */
export function bytesFor(name: string): Uint8Array {
  return digest(name).subarray(0, 20);
}

function digest(name: string): Buffer {
  return createHash('sha256').update(`sluis demo: ${name}`).digest();
}
