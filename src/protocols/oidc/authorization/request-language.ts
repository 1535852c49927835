import type { SpokenLanguage, SpokenLanguages } from '../../../base/language.ts';

/**
 * The language to speak: the first of `ui_locales` (OpenID Connect Core 3.1.2.1) that we speak, else the best of
 * `Accept-Language`, else Dutch.
 */
export function requestLanguage(
  languages: SpokenLanguages,
  uiLocales: unknown,
  acceptLanguage: string | undefined,
): SpokenLanguage {
  const asked = typeof uiLocales === 'string' ? uiLocales.slice(0, 200).split(' ') : [];
  return spoken(languages, asked) ?? spoken(languages, byPreference(acceptLanguage)) ?? 'nl';
}

function spoken(languages: SpokenLanguages, tags: readonly string[]): SpokenLanguage | undefined {
  return tags
    .map((tag) => languages.parse(tag.split('-')[0]?.toLowerCase()))
    .find((language) => language !== null);
}

function byPreference(header = ''): readonly string[] {
  return header
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}
