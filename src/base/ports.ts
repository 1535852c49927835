/** Unguessable randomness, as a port. */
export type Randomness = {
  /** A URL-safe token of at least `bits` bits (default 256). */
  token(bits?: number): string;
  bytes(count: number): Uint8Array;
  /** A random UUID, version 4. */
  uuid(): string;
};
