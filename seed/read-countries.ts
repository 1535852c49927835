import { readFile } from 'node:fs/promises';
import type { EuropeMember } from '../simulators/europe/open-europe.ts';
import { assuranceOfState } from '../simulators/europe/states.ts';

/** A country as `country apply` reads it. */
export type CountryDescription = { readonly code: string; readonly [field: string]: unknown };

const file = new URL('./countries.json', import.meta.url);

/** The countries of the demo, in the format of `country apply`; without that file, the simulated states as they describe themselves. */
export async function readCountries(
  members: readonly EuropeMember[],
): Promise<readonly CountryDescription[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as CountryDescription[];
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return members.map(({ state }) => ({
      code: state.code,
      name: { en: state.name },
      status: 'open',
      means: [{ name: state.means, assurance: assuranceOfState(state), notifiedOn: null }],
    }));
  }
}
