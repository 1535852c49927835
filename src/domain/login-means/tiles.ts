import type { Closed, LoginMeansCode, Tile } from './model.ts';
import type { CertificateProvider, MeansProvider, OpenIdProvider } from './provider.ts';
import { closureAhead, closureAt, isInForce } from './provider-standing.ts';
import {
  appCodeTile,
  certificateTile,
  eidasTile,
  emailCodeTile,
  organisationTile,
  passkeyTile,
  tileCodeOf,
} from './tile-code.ts';

/** What is pressed, and by what it proves: without anything that a provider says. */
type Bare = Pick<Tile, 'code' | 'kind' | 'means'>;

const eidas: Bare = { code: eidasTile, kind: 'eidas', means: ['eidashigh', 'eidassubstantial'] };
const ownTiles: readonly Bare[] = [
  { code: passkeyTile, kind: 'passkey', means: ['passkey', 'staffkey'] },
  { code: appCodeTile, kind: 'app-code', means: ['appcode'] },
  { code: emailCodeTile, kind: 'email-code', means: ['emailcode'] },
];

/**
 * The tiles of an installation: those of its providers and those that every installation has. A means of several providers has a tile for
 * each; all the organisations with a provider of their own share one.
 */
export function tilesOf(providers: readonly MeansProvider[], at: Date): readonly Tile[] {
  const now = providers.filter((each) => isInForce(each, at));
  const openid = now.filter((each) => each.kind === 'openid');
  return [
    ...numberTiles(
      openid.filter(({ proves }) => proves.kind === 'number'),
      at,
    ),
    ...certificateTiles(
      now.filter((each) => each.kind === 'certificate'),
      at,
    ),
    builtIn(eidas, now, at),
    ...organisationTiles(openid, at),
    ...ownTiles.map((tile) => builtIn(tile, now, at)),
  ];
}

/** A tile per means, named after it; where several providers have the same means, the first has the short name. */
function numberTiles(providers: readonly OpenIdProvider[], at: Date): readonly Tile[] {
  const taken = new Set<LoginMeansCode>();
  return providers.flatMap((provider) => {
    const several = new Set(provider.levels.map(({ means }) => means));
    return [...several].map((means) => {
      const isFirst = !taken.has(means);
      taken.add(means);
      const code = tileCodeOf(means, isFirst ? null : provider.code);
      const tile = ofProvider({ code, kind: 'openid', means: [means] }, provider, at);
      // A provider of one means names its tile; one of several names itself, and the means have names of their own.
      return several.size === 1 ? tile : { ...tile, name: null, hint: null };
    });
  });
}

/** One tile for all certificates: a browser offers those of every authority together. It is closed when all are. */
function certificateTiles(providers: readonly CertificateProvider[], at: Date): readonly Tile[] {
  const [first] = providers;
  if (first === undefined) return [];
  const open = providers.filter((provider) => closedBy(provider, at) === null);
  const stays = open.find((provider) => closureAhead(provider, at) === null) ?? open[0];
  const means = [...new Set(providers.flatMap(({ mappings }) => mappings.map((each) => each.means)))];
  return [ofProvider({ code: certificateTile, kind: 'certificate', means }, stays ?? first, at)];
}

function organisationTiles(providers: readonly OpenIdProvider[], at: Date): readonly Tile[] {
  const bound = providers.filter(({ proves }) => proves.kind === 'account');
  if (bound.length === 0) return [];
  const open = bound.some((provider) => closedBy(provider, at) === null);
  const closed: Closed | null = open ? null : { reason: null, until: null };
  return [{ ...bareTile({ code: organisationTile, kind: 'openid', means: ['organisation'] }), closed }];
}

/** What every installation has, as its operator described it where they did. */
function builtIn(tile: Bare, providers: readonly MeansProvider[], at: Date): Tile {
  const provider = providers.find(({ kind }) => kind === tile.kind);
  return provider ? ofProvider(tile, provider, at) : bareTile(tile);
}

/** A tile of no provider. */
export function bareTile(tile: Bare): Tile {
  return { ...tile, provider: null, name: null, hint: null, closed: null, closesAt: null };
}

function ofProvider(tile: Bare, provider: MeansProvider, at: Date): Tile {
  const { code, name, hint } = provider;
  const closesAt = closureAhead(provider, at)?.from ?? null;
  return { ...tile, provider: code, name, hint, closed: closedBy(provider, at), closesAt };
}

function closedBy(provider: MeansProvider, at: Date): Closed | null {
  const closure = closureAt(provider, at);
  return closure && { reason: closure.reason, until: closure.until };
}
