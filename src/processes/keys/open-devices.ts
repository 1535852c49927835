import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import { browserFamilyOf, type DeviceMark } from '../../domain/account/index.ts';
import type { DeviceCookies } from '../../login/index.ts';

const RANDOM = 16;

/**
 * Cookies of devices: 128 random bits, and 128 bits of a keyed hash over them, so that nobody is given a cookie of somebody else's making. What is
 * kept of one is another keyed hash.
 */
export function openDevices(key: KeyObject): DeviceCookies {
  const hash = (purpose: string, bytes: Buffer) =>
    createHmac('sha256', key).update(purpose).update(bytes).digest();
  const signatureOf = (random: Buffer) => hash('signature\n', random).subarray(0, RANDOM);
  const isOurs = (bytes: Buffer) =>
    bytes.length === 2 * RANDOM &&
    timingSafeEqual(bytes.subarray(RANDOM), signatureOf(bytes.subarray(0, RANDOM)));
  const make = () => {
    const random = randomBytes(RANDOM);
    return Buffer.concat([random, signatureOf(random)]);
  };
  return {
    deviceOf(value, userAgent) {
      const sent = Buffer.from(value ?? '', 'base64url');
      const bytes = isOurs(sent) ? sent : make();
      const mark = hash('mark\n', bytes).toString('base64url') as DeviceMark;
      return {
        device: { mark, family: browserFamilyOf(userAgent) },
        cookie: bytes.toString('base64url'),
      };
    },
  };
}
