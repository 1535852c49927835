import type { CountryHealth } from './model.ts';
import type { EidasCountryStore } from './ports.ts';

/** How the connection to each open country stands, as the worker saw it last: what is closed troubles nobody. */
export async function healthOfOpen(
  countries: Pick<EidasCountryStore, 'list' | 'health'>,
): Promise<readonly CountryHealth[]> {
  const open = (await countries.list()).filter(({ status }) => status.kind === 'open');
  return (await countries.health()).filter(({ code }) => open.some((each) => each.code === code));
}
