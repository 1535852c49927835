import { type CountryCode, parseCountryCode } from '../eidas-country/index.ts';
import type { Authentication, LoginMeansCode, TileCode } from './model.ts';
import { eidasTile, parseTileCode, tileCodeOf } from './tile-code.ts';

/** How somebody logged in the last time in a browser: the tile, and the country of the eID where it was one of eIDAS. */
export type LastMeans = { readonly tile: TileCode; readonly country: CountryCode | null };

/** What to remember of a proof. */
export function lastMeansOf({
  means,
  country,
  tile,
}: Pick<Authentication, 'means' | 'country' | 'tile'>): LastMeans {
  const code = country === null ? null : parseCountryCode(country);
  return { tile: tile ?? tileNamedAfter(means), country: code };
}

/** `itsme`, or `eidas.DE`. */
export function writeLastMeans({ tile, country }: LastMeans): string {
  return country === null ? tile : `${tile}.${country}`;
}

/** Reads what a browser remembered; `null` when no proof of ours could have left it there. */
export function parseLastMeans(text: string): LastMeans | null {
  const [name = '', code, ...rest] = text.split('.', 3);
  const tile = parseTileCode(name);
  const country = code === undefined ? null : parseCountryCode(code);
  if (tile === null || rest.length > 0) return null;
  const isWhole = tile === eidasTile ? country !== null : code === undefined;
  return isWhole ? { tile, country } : null;
}

/** Of a proof that was kept before tiles came from providers. */
function tileNamedAfter(means: LoginMeansCode): TileCode {
  return means === 'eidashigh' || means === 'eidassubstantial' ? eidasTile : tileCodeOf(means);
}
