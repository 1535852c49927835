import assert from 'node:assert/strict';
import { createSecretKey, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { openDevices } from './open-devices.ts';

const key = () => createSecretKey(randomBytes(32));

test('a browser is known again by its cookie, whatever it looks like, and by no cookie that is not of our making', () => {
  const devices = openDevices(key());
  const { device, cookie } = devices.deviceOf(null, 'Mozilla/5.0 (X11; Linux) Firefox/140.0');
  assert.match(cookie, /^[A-Za-z0-9_-]{43}$/);
  const again = devices.deviceOf(cookie, 'another one');
  assert.equal(again.device.mark, device.mark);
  assert.equal(again.cookie, cookie);
  assert.deepEqual(device.family, { browser: 'firefox', system: 'linux' });
  assert.doesNotMatch(device.mark, new RegExp(cookie.slice(0, 20)));
  const bytes = Buffer.from(cookie, 'base64url');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  const planted = [bytes.toString('base64url'), randomBytes(32).toString('base64url'), cookie.slice(1), ''];
  for (const value of planted) {
    const other = devices.deviceOf(value, undefined);
    assert.notEqual(other.device.mark, device.mark);
    assert.notEqual(other.cookie, value);
  }
  assert.notEqual(openDevices(key()).deviceOf(cookie, undefined).cookie, cookie, 'of another installation');
});
