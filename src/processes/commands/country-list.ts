import { countryName } from '../../domain/eidas-country/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../command.ts';
import { withStore } from '../with-store.ts';
import { standingOf } from './country-apply.ts';

/** `sluis country list`: every eIDAS country, whether people can use it, and the health of its connection. */
export function countryList(context: CommandContext): Promise<ExitCode> {
  return withStore(context, async ({ countries: kept }) => {
    const [countries, health] = [await kept.list(), await kept.health()];
    for (const country of countries) {
      const state = health.find((each) => each.code === country.code)?.kind ?? '';
      const means = country.means.map((each) => `${each.name} (${each.assurance})`).join(', ');
      context.output.say(
        `${country.code}  ${countryName(country, 'en')}  ${standingOf(country)}  ${state}  ${means}`.trimEnd(),
      );
    }
    if (countries.length === 0)
      context.output.say('There are no countries. sluis country apply FILE adds some.');
    context.output.result({
      countries: countries.map(({ metadata, ...rest }) => ({
        ...rest,
        isConnected: metadata !== null,
        health: health.find((each) => each.code === rest.code) ?? null,
      })),
    });
    return exitCodes.done;
  });
}
