import { dayOf } from '../../../base/calendar.ts';
import { type CountryHealth, countryName } from '../../../domain/eidas-country/index.ts';
import { type MetadataStanding, standingOfMetadata } from '../../../protocols/eidas/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';
import { standingOf } from './country-apply.ts';

/** `sluis country list`: every eIDAS country, whether people can use it, and the health of its connection. */
export function countryList(context: CommandContext): Promise<ExitCode> {
  return withStore(context, async ({ countries: kept }) => {
    const [countries, health] = [await kept.list(), await kept.health()];
    const at = new Date();
    const shown = [];
    for (const { metadata, ...country } of countries) {
      const isOpen = country.status.kind === 'open' && metadata !== null;
      const standing = isOpen ? await standingOfMetadata(kept, { ...country, metadata }, at) : null;
      const seen = health.find((each) => each.code === country.code) ?? null;
      const means = country.means.map((each) => `${each.name} (${each.assurance})`).join(', ');
      context.output.say(
        `${country.code}  ${countryName(country, 'en')}  ${standingOf({ ...country, metadata })}  ${inWords(standing, seen)}  ${means}`.trimEnd(),
      );
      shown.push({ ...country, isConnected: metadata !== null, metadata: standing, health: seen });
    }
    if (countries.length === 0)
      context.output.say('There are no countries. bin/sluis country apply FILE adds some.');
    context.output.result({ countries: shown });
    return exitCodes.done;
  });
}

/** How the connection stands now, until when, and what the worker could not do. */
function inWords(standing: MetadataStanding | null, seen: CountryHealth | null): string {
  if (standing === null) return '';
  const until = standing.until === null ? [] : [`until ${dayOf(standing.until)}`];
  const isFailing = seen?.kind === 'failing' && standing.kind !== 'metadata-expired';
  return [isFailing ? 'failing' : standing.kind, ...until, ...(seen?.detail ? [seen.detail] : [])].join(', ');
}
