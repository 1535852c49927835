import { eidasTile, type TileCode } from '../../domain/login-means/index.ts';
import type { SentBefore } from '../../login/index.ts';

/** Where a tile leads, below the address of its login: to the page of countries, on to one of them, or to the page or the provider of another means. */
export function tilePath(
  login: string,
  { tile, country = null }: { readonly tile: TileCode; readonly country?: string | null },
): string {
  if (tile !== eidasTile) return `${login}/means/${tile}`;
  return country === null ? countriesPath(login) : countryPath(login, country);
}

/** The page of countries, as a view that changes nothing. */
export function countriesPath(login: string): string {
  return `${login}/country`;
}

/** To a country; from a page that knows that the person was sent there, with a new request. */
export function countryPath(login: string, country: string, sent: SentBefore | null = null): string {
  const path = `${countriesPath(login)}/${country}`;
  return sent?.country === country ? `${path}?after=${encodeURIComponent(sent.mark)}` : path;
}
