import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { networkOf } from './network-address.ts';

test('an address is the same however connections and proxies write it', () => {
  for (const written of [
    '192.0.2.7',
    ' 192.0.2.7 ',
    '192.0.2.7:51234',
    '::ffff:192.0.2.7',
    '::FFFF:c000:207',
    '[::ffff:192.0.2.7]:443',
  ])
    assert.equal(networkOf(written), '192.0.2.7', written);
  for (const written of [
    '2001:db8:1:2::7',
    '2001:0DB8:0001:0002:0:0:0:9',
    '[2001:db8:1:2::7]',
    '[2001:db8:1:2::7]:51234',
  ])
    assert.equal(networkOf(written), '2001:db8:1:2::/64', written);
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0::/64');
  assert.equal(networkOf('::1'), '0:0:0:0::/64');
});

test('all addresses of one household count as one, those of the next as another', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
  const four = fc.array(group, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(four, four, four, (network, one, other) => {
      fc.pre(network.join() !== '0,0,0,0');
      const [first, second] = [one, other].map((rest) => networkOf([...network, ...rest].join(':')));
      assert.ok(first);
      assert.equal(first, second);
    }),
  );
  assert.notEqual(networkOf('2001:db8:1:2::7'), networkOf('2001:db8:1:3::7'));
});

test('what is no address is none', () => {
  const texts = [
    '',
    'unknown',
    '_hidden',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.07',
    '192.0.2.7:',
    '192.0.2.7:123456',
    '1'.repeat(200),
  ];
  for (const text of [
    ...texts,
    '::1::2',
    '[::1',
    '::1]',
    '2001:db8:1:2::7]:80',
    'localhost',
    '1:2:3',
    '192.0.2.7, 192.0.2.8',
  ])
    assert.equal(networkOf(text), null, text);
});
