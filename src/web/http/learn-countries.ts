import type { MiddlewareHandler } from 'hono';
import type { CountryWords } from '../ui/country-words.ts';
import type { WebEnv } from './web-context.ts';
import type { WebWorld } from './web-world.ts';

/** The parts of the platform whose pages name countries. */
const areas: readonly string[] = ['login', 'eidas', 'cases', 'office', 'request', 'staff'];

/** Before each page that may name a country: by the names of now. Without the database by those that this process last knew. */
export function learnCountries(
  { countries }: Pick<WebWorld, 'countries'>,
  words: CountryWords,
): MiddlewareHandler<WebEnv> {
  return async (context, next) => {
    const [, area = ''] = context.req.path.split('/');
    if (areas.includes(area)) await countries.list().then(words.learn, () => {});
    await next();
  };
}
