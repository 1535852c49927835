import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { lastMeansOf, loginMeansCodes, parseLastMeans, parseTileCode, writeLastMeans } from './index.ts';

describe('what a browser remembers of a login', () => {
  test('is the tile, and the country of an eID of eIDAS', () => {
    assert.deepEqual(lastMeansOf({ means: 'eidassubstantial', country: 'DE' }), {
      tile: 'eidas',
      country: 'DE',
    });
    assert.deepEqual(lastMeansOf({ means: 'itsme', country: null }), { tile: 'itsme', country: null });
    const tile = parseTileCode('other-eid');
    assert.deepEqual(lastMeansOf({ means: 'eid', country: null, tile }), { tile, country: null });
  });

  test('is read as it was written, for every means and every country', () => {
    for (const means of loginMeansCodes) {
      for (const country of means.startsWith('eidas') ? ['DE', 'EL', 'XA'] : [null]) {
        const last = lastMeansOf({ means, country });
        assert.deepEqual(parseLastMeans(writeLastMeans(last)), last);
      }
    }
  });

  test('is nothing when somebody else wrote it', () => {
    assert.notEqual(parseLastMeans('eidas.DE'), null);
    for (const text of [
      '',
      'eidas',
      'eidas.',
      'eidas.GR',
      'eidas.de',
      'eidas.DE.DE',
      'itsme.BE',
      'kerb eros',
      '9lives',
      'x'.repeat(41),
      'EID',
    ])
      assert.equal(parseLastMeans(text), null, text);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = parseLastMeans(text);
        return read === null || (parseTileCode(read.tile) === read.tile && writeLastMeans(read) === text);
      }),
    );
  });
});
