import { createSecretKey } from 'node:crypto';
import { openDevices } from '../../src/processes/keys/open-devices.ts';

/** Cookies of devices under a key of tests. */
export const fakeDevices = openDevices(createSecretKey(Buffer.alloc(32, 9)));
