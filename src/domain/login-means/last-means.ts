import { type CountryCode, parseCountryCode } from '../eidas-country/index.ts';
import type { Authentication, LoginMeansCode, Tile } from './model.ts';
import { parseTile } from './offer-tiles.ts';

/** How somebody logged in the last time in a browser: the tile, and the country of the eID where it was one of eIDAS. */
export type LastMeans = { readonly tile: Tile; readonly country: CountryCode | null };

/** What to remember of a proof. */
export function lastMeansOf({ means, country }: Pick<Authentication, 'means' | 'country'>): LastMeans {
  const code = country === null ? null : parseCountryCode(country);
  return { tile: tileOf(means), country: code };
}

/** `itsme`, or `eidas.DE`. */
export function writeLastMeans({ tile, country }: LastMeans): string {
  return country === null ? tile : `${tile}.${country}`;
}

/** Reads what a browser remembered; `null` when no proof of ours could have left it there. */
export function parseLastMeans(text: string): LastMeans | null {
  const [name = '', code, ...rest] = text.split('.', 3);
  const tile = parseTile(name);
  const country = code === undefined ? null : parseCountryCode(code);
  if (tile === null || rest.length > 0) return null;
  const isWhole = tile === 'eidas' ? country !== null : code === undefined;
  return isWhole ? { tile, country } : null;
}

function tileOf(means: LoginMeansCode): Tile {
  return means === 'eidashigh' || means === 'eidassubstantial' ? 'eidas' : means;
}
