import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { federalProvider, levelOf, providerCode } from '../../../test/support/provider-examples.ts';
import type { OrganisationId } from '../organisation/index.ts';
import {
  acrOf,
  acrValuesSupported,
  eidasAssuranceAsked,
  eidasMeansFor,
  isEnough,
  type LoginRequirements,
  loginMeans,
  loginMeansCodes,
  type MeansProvider,
  meansByDefault,
  meansOfApplications,
  narrowMeans,
  type OpenIdProvider,
  offerTiles,
  type Tile,
  tilesOf,
} from './index.ts';

const all: LoginRequirements = { assurance: 'substantial', loginMeans: meansByDefault };
const high: LoginRequirements = { assurance: 'high', loginMeans: meansByDefault };

const at = new Date('2026-11-30T12:00:00Z');

function federal(change: Partial<OpenIdProvider> = {}): MeansProvider {
  const levels = (['eid', 'itsme', 'csamtotp', 'csamsms'] as const).map((means) =>
    levelOf(means, { assurance: loginMeans[means].assurance }),
  );
  return federalProvider({ levels, ...change });
}

/** The tiles of the federal login and of eIDAS. */
const allTiles = tilesOf([federal()], at).filter(({ kind }) => kind === 'openid' || kind === 'eidas');
const eidasOnly = tilesOf([], at).filter(({ kind }) => kind === 'eidas');

function shown(
  application: LoginRequirements,
  acrValues: readonly string[] = [],
  tiles: readonly Tile[] = allTiles,
) {
  const offers = offerTiles({ application, means: narrowMeans(application, acrValues), tiles });
  return offers.map((offer) => `${offer.tile.code} ${offer.usable.kind}`);
}

describe('login means', () => {
  test('have the levels of the ACM and CSAM scales', () => {
    const levels = Object.values(loginMeans).map((each) => `${each.code} ${each.acmLevel} ${each.csamLevel}`);
    assert.deepEqual(levels, [
      'eid 35 500',
      'itsme 27 450',
      'mygov null 450',
      'eidashigh 35 500',
      'eidassubstantial 25 400',
      'csamtotp 26 400',
      'csamsms 25 400',
      'tlsclient 19 null',
      'organisation null null',
      'passkey null null',
      'staffkey null null',
      'appcode null null',
      'emailcode null null',
    ]);
  });

  test('are narrowed by acr_values to those that both sides want', () => {
    assert.deepEqual(narrowMeans(all, []), meansByDefault);
    assert.deepEqual(narrowMeans(all, [acrOf('itsme'), acrOf('eid')]), ['eid', 'itsme']);
    assert.deepEqual(narrowMeans({ ...all, loginMeans: ['itsme'] }, [acrOf('eid')]), []);
  });

  test('of another namespace are ignored, an unknown one of ours leaves nothing', () => {
    assert.deepEqual(narrowMeans(all, ['loa2', acrOf('eid')]), ['eid']);
    assert.deepEqual(narrowMeans(all, ['loa2']), meansByDefault);
    assert.deepEqual(narrowMeans(all, ['urn:be:vlaanderen:authmech:kerberos']), []);
  });

  test('of our own are never told as one of the means of ACM, and narrow by their own names', () => {
    const own = loginMeansCodes.filter((means) => loginMeans[means].proves === 'account');
    assert.deepEqual(own, ['organisation', 'passkey', 'staffkey', 'appcode', 'emailcode']);
    for (const means of [...own, 'mygov'] as const) assert.equal(acrOf(means), `urn:sluis:authmech:${means}`);
    assert.equal(acrOf('tlsclient'), 'urn:be:vlaanderen:authmech:tlsclient');
    const mixed = { ...all, loginMeans: ['eid', 'passkey'] } as const;
    assert.deepEqual(narrowMeans(mixed, ['urn:sluis:authmech:passkey']), ['passkey']);
    assert.deepEqual(narrowMeans(mixed, ['urn:be:vlaanderen:authmech:passkey']), []);
  });

  test('reach at most substantial where they only prove an account, and a key of staff is for no application', () => {
    for (const means of loginMeansCodes) {
      const { proves, assurance } = loginMeans[means];
      if (proves === 'account') assert.notEqual(assurance, 'high', means);
    }
    assert.ok(!meansOfApplications.some((means: string) => means === 'staffkey'));
    assert.ok(!acrValuesSupported().includes(acrOf('staffkey')));
  });

  test('that are too weak for the application are not enough, whatever is asked', () => {
    assert.deepEqual(narrowMeans(high, [acrOf('csamsms'), acrOf('eid')]), ['eid']);
  });
});

describe('the tiles', () => {
  test('are all usable for an application that accepts everything', () => {
    assert.deepEqual(shown(all), [
      'eid usable',
      'itsme usable',
      'eidas usable',
      'csamtotp usable',
      'csamsms usable',
    ]);
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
    assert.deepEqual(shown({ ...all, loginMeans: ['eid', 'eidashigh'] }, [], eidasOnly), [
      'eidas usable',
      'eid not-available',
    ]);
  });

  test('stand in the order in which the application lists its means', () => {
    const loginMeans = ['csamsms', 'eidassubstantial', 'eid'] as const;
    assert.deepEqual(shown({ ...all, loginMeans }), ['csamsms usable', 'eidas usable', 'eid usable']);
  });

  test('say that their provider is closed, until when that is over', () => {
    const until = new Date('2026-11-30T14:00:00Z');
    const closed = federal({ status: { kind: 'closed', reason: { en: 'Maintenance' }, from: null, until } });
    const tilesThen = (moment: Date) => tilesOf([closed], moment);
    assert.deepEqual(shown({ ...all, loginMeans: ['eid'] }, [], tilesThen(at)), ['eid closed']);
    assert.deepEqual(shown({ ...all, loginMeans: ['eid'] }, [], tilesThen(until)), ['eid usable']);
  });

  test('say from when their provider will be closed, and are open until then', () => {
    const from = new Date('2026-12-05T20:00:00Z');
    const closing = federal({ status: { kind: 'closed', reason: null, from, until: null } });
    const tileThen = (moment: Date) => tilesOf([closing], moment).find(({ means }) => means.includes('eid'));
    assert.deepEqual([tileThen(at)?.closed, tileThen(at)?.closesAt], [null, from]);
    assert.deepEqual([tileThen(from)?.closed === null, tileThen(from)?.closesAt], [false, null]);
  });

  test('of a provider are there from its first day until its last', () => {
    const short = federal({ validFrom: '2026-12-01', validUntil: '2026-12-02' });
    const codes = (day: string) => tilesOf([short], new Date(day)).map(({ code }) => code as string);
    for (const day of ['2026-11-30T12:00Z', '2026-12-02T12:00Z']) assert.ok(!codes(day).includes('eid'));
    assert.ok(codes('2026-12-01T12:00Z').includes('eid'));
  });

  test('of one means with several providers are told apart, and organisations with a provider of their own share one', () => {
    const proves = {
      kind: 'account',
      organisation: 'one' as OrganisationId,
      domains: ['example.be'],
      assurance: 'low',
    } as const;
    const other = federal({ code: providerCode('other'), levels: [levelOf('eid')] });
    const own = ['a', 'b'].map((code) => federal({ code: providerCode(code), proves }));
    const tiles = tilesOf([federal(), other, ...own], at);
    const named = tiles.filter(({ kind }) => kind === 'openid').map(({ code, provider }) => [code, provider]);
    assert.deepEqual(named, [
      ['eid', 'fas'],
      ['itsme', 'fas'],
      ['csamtotp', 'fas'],
      ['csamsms', 'fas'],
      ['other-eid', 'other'],
      ['organisation', null],
    ]);
    assert.equal(new Set(tiles.map(({ code }) => code)).size, tiles.length);
  });

  test('of own means are shown where an application lists them, and never as too weak where it does not', () => {
    const tiles = tilesOf([], at);
    assert.deepEqual(shown({ ...high, loginMeans: ['eidashigh'] }, [], tiles), ['eidas usable']);
    assert.deepEqual(shown({ ...all, loginMeans: ['passkey', 'emailcode'] }, [], tiles), [
      'passkey usable',
      'email-code too-weak',
    ]);
  });

  test('name the means that are enough', () => {
    const offers = offerTiles({ application: high, means: narrowMeans(high, []), tiles: eidasOnly });
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
