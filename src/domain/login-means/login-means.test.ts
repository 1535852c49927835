import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  acrOf,
  allTiles,
  eidasAssuranceAsked,
  eidasMeansFor,
  isEnough,
  type LoginRequirements,
  loginMeans,
  loginMeansCodes,
  narrowMeans,
  offerTiles,
} from './index.ts';

const all: LoginRequirements = { assurance: 'substantial', loginMeans: loginMeansCodes };
const high: LoginRequirements = { assurance: 'high', loginMeans: loginMeansCodes };

function shown(application: LoginRequirements, acrValues: readonly string[] = [], tiles = allTiles) {
  const offers = offerTiles({ application, means: narrowMeans(application, acrValues), tiles });
  return offers.map((offer) => `${offer.tile} ${offer.usable.kind}`);
}

describe('login means', () => {
  test('have the levels of the ACM and CSAM scales', () => {
    const levels = Object.values(loginMeans).map((each) => `${each.code} ${each.acmLevel} ${each.csamLevel}`);
    assert.deepEqual(levels, [
      'eid 35 500',
      'eidashigh 35 500',
      'itsme 27 450',
      'csamtotp 26 400',
      'csamsms 25 400',
      'eidassubstantial 25 400',
    ]);
  });

  test('are narrowed by acr_values to those that both sides want', () => {
    assert.deepEqual(narrowMeans(all, []), loginMeansCodes);
    assert.deepEqual(narrowMeans(all, [acrOf('itsme'), acrOf('eid')]), ['eid', 'itsme']);
    assert.deepEqual(narrowMeans({ ...all, loginMeans: ['itsme'] }, [acrOf('eid')]), []);
  });

  test('of another namespace are ignored, an unknown one of ours leaves nothing', () => {
    assert.deepEqual(narrowMeans(all, ['loa2', acrOf('eid')]), ['eid']);
    assert.deepEqual(narrowMeans(all, ['loa2']), loginMeansCodes);
    assert.deepEqual(narrowMeans(all, ['urn:be:vlaanderen:authmech:kerberos']), []);
  });

  test('that are too weak for the application are not enough, whatever is asked', () => {
    assert.deepEqual(narrowMeans(high, [acrOf('csamsms'), acrOf('eid')]), ['eid']);
  });
});

describe('the tiles', () => {
  test('are all usable for an application that accepts everything', () => {
    assert.deepEqual(
      shown(all),
      allTiles.map((tile) => `${tile} usable`),
    );
  });

  test('that are too weak stay visible with that reason', () => {
    assert.deepEqual(shown(high), [
      'eid usable',
      'itsme usable',
      'eidas usable',
      'csamtotp too-weak',
      'csamsms too-weak',
    ]);
  });

  test('that the application filters out are not shown', () => {
    assert.deepEqual(shown({ ...all, loginMeans: ['itsme', 'eidashigh'] }), ['itsme usable', 'eidas usable']);
    assert.deepEqual(shown(all, [acrOf('eid')]), ['eid usable']);
  });

  test('that do not exist in this installation are told apart', () => {
    assert.deepEqual(shown({ ...all, loginMeans: ['eid', 'eidashigh'] }, [], ['eidas']), [
      'eidas usable',
      'eid not-available',
    ]);
  });

  test('name the means that are enough', () => {
    const offers = offerTiles({ application: high, means: narrowMeans(high, []), tiles: ['eidas'] });
    assert.deepEqual(offers[0]?.means, ['eidashigh']);
  });
});

describe('what a person proved', () => {
  test('is enough when the means is allowed and the level reached', () => {
    assert.equal(isEnough({ means: 'itsme', assurance: 'high' }, ['itsme'], 'high'), true);
    assert.equal(isEnough({ means: 'itsme', assurance: 'high' }, ['eid'], 'substantial'), false);
    assert.equal(isEnough({ means: 'csamsms', assurance: 'substantial' }, ['csamsms'], 'high'), false);
  });

  test('by a European key at level high is enough where substantial was asked, never the other way round', () => {
    assert.equal(
      isEnough({ means: 'eidashigh', assurance: 'high' }, ['eidassubstantial'], 'substantial'),
      true,
    );
    assert.equal(
      isEnough({ means: 'eidassubstantial', assurance: 'substantial' }, ['eidashigh'], 'substantial'),
      false,
    );
  });

  test('by a European key counts by its level; level low counts for nothing', () => {
    assert.equal(eidasMeansFor('high'), 'eidashigh');
    assert.equal(eidasMeansFor('substantial'), 'eidassubstantial');
    assert.equal(eidasMeansFor('low'), null);
  });

  test('is asked of a country at the lowest level that is enough', () => {
    assert.equal(eidasAssuranceAsked(['eidashigh', 'eidassubstantial']), 'substantial');
    assert.equal(eidasAssuranceAsked(['eid', 'eidashigh']), 'high');
  });
});
