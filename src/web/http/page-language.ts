import type { SpokenLanguage, SpokenLanguages } from '../../base/language.ts';
import { setCookie } from './set-cookie.ts';
import type { Web, WebContext } from './web-context.ts';

/** Remembers the language that a person chose, for the pages outside a login. Holds the two letters and nothing else. */
const COOKIE = 'sluis_language';
const YEAR_SECONDS = 31_536_000;

/** The language of a page that belongs to no login: asked in the address, chosen before, or preferred by the browser; else Dutch. */
export function pageLanguage(request: Request, languages: SpokenLanguages): SpokenLanguage {
  const asked = languages.parse(new URL(request.url).searchParams.get('lang'));
  if (asked) return asked;
  const chosen = new RegExp(`(?:^|;\\s*)${COOKIE}=([a-z]{2})(?:;|$)`).exec(
    request.headers.get('cookie') ?? '',
  )?.[1];
  return (
    languages.parse(chosen) ?? preferred(request.headers.get('accept-language') ?? '', languages) ?? 'nl'
  );
}

/** Remembers a choice in the browser. */
export function rememberLanguage(
  web: Pick<Web, 'secure'>,
  context: WebContext,
  language: SpokenLanguage,
): void {
  setCookie(web, context, { name: COOKIE, value: language, seconds: YEAR_SECONDS });
}

function preferred(header: string, languages: SpokenLanguages): SpokenLanguage | null {
  const ranked = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1])
        .find((each) => each !== undefined);
      return { language: tag.slice(0, 2), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((each) => each.quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return ranked.map(({ language }) => languages.parse(language)).find((each) => each !== null) ?? null;
}
