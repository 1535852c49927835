import { createHmac, timingSafeEqual } from 'node:crypto';
import { SECOND } from '../../base/time.ts';
import type { OneTimeCodes } from '../../domain/account-keys/index.ts';

const STEP = 30 * SECOND;
const DIGITS = 6;
/** Clocks of telephones are off by seconds, and typing takes some: the step before and the one after count too (RFC 6238 5.2). */
const NEAR = [0, -1, 1];
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of a counter (RFC 4226 5.3). */
export function codeAt(secret: Uint8Array, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', secret).update(message).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The time step of a moment (RFC 6238 4.2). */
export function stepAt(moment: Date): number {
  return Math.floor(moment.getTime() / STEP);
}

/** Codes of apps, as RFC 6238 makes them of RFC 4226. */
export const timedCodes: OneTimeCodes = {
  stepOf(secret, code, at) {
    const present = stepAt(at);
    const found = NEAR.filter((near) => isSame(codeAt(secret, present + near), code));
    return found.length === 0 ? null : present + (found[0] ?? 0);
  },
  /** RFC 4648 section 6, without padding. */
  write(secret) {
    const bits = Array.from(secret, (byte) => byte.toString(2).padStart(8, '0')).join('');
    const groups = bits.match(/.{1,5}/g) ?? [];
    return groups.map((group) => BASE32[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
  },
  /** The key URI format that all apps share. */
  address(secret, { issuer, label }) {
    const named = `${encodeURIComponent(issuer)}:${encodeURIComponent(label)}`;
    const written = timedCodes.write(secret);
    const how = { algorithm: 'SHA1', digits: String(DIGITS), period: String(STEP / SECOND) };
    const query = new URLSearchParams({ secret: written, issuer, ...how });
    return `otpauth://totp/${named}?${query.toString().replaceAll('+', '%20')}`;
  },
};

function isSame(one: string, other: string): boolean {
  const [own, given] = [Buffer.from(one), Buffer.from(other)];
  return own.length === given.length && timingSafeEqual(own, given);
}
