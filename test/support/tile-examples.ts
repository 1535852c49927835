import {
  eidasTile,
  type LoginMeansCode,
  type Tile,
  type TileCode,
} from '../../src/domain/login-means/index.ts';

/** The code of a tile, as an address names it. */
export function tileCode(text: string): TileCode {
  return text as TileCode;
}

/** The tile of one means, as a provider of it has. */
export function tileOf(means: LoginMeansCode, change: Partial<Tile> = {}): Tile {
  const base = { provider: null, name: null, hint: null, closed: null, closesAt: null };
  return { code: tileCode(means), kind: 'openid', means: [means], ...base, ...change };
}

/** What every installation has. */
export const eidas: Tile = tileOf('eidashigh', {
  code: eidasTile,
  kind: 'eidas',
  means: ['eidashigh', 'eidassubstantial'],
});
