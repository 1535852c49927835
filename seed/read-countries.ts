import { readFile } from 'node:fs/promises';

/** A country as `country apply` reads it. */
export type CountryDescription = { readonly code: string; readonly [field: string]: unknown };

/** The countries that come with Sluis, in the format of `country apply`. */
export async function readCountries(): Promise<readonly CountryDescription[]> {
  return JSON.parse(
    await readFile(new URL('./countries.json', import.meta.url), 'utf8'),
  ) as CountryDescription[];
}
