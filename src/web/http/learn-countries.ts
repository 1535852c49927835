import type { MiddlewareHandler } from 'hono';
import type { CountryWords } from '../ui/country-words.ts';
import type { Area } from './area.ts';
import type { WebEnv } from './web-context.ts';
import type { WebWorld } from './web-world.ts';

/** Before each page that may name a country: by the names of now. Without the database by those that this process last knew. */
export function learnCountries(
  { countries }: Pick<WebWorld, 'countries'>,
  words: CountryWords,
  areas: readonly Pick<Area, 'begins' | 'namesCountries'>[],
): MiddlewareHandler<WebEnv> {
  const naming = areas.filter(({ namesCountries }) => namesCountries).flatMap(({ begins }) => begins);
  return async (context, next) => {
    const [, begin = ''] = context.req.path.split('/');
    if (naming.includes(begin)) await countries.list().then(words.learn, () => {});
    await next();
  };
}
