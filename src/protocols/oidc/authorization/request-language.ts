import { isLanguage, type Language, languages } from '../../../base/language.ts';

/**
 * The language to speak: the first of `ui_locales` (OpenID Connect Core 3.1.2.1) that we speak, else the best of
 * `Accept-Language`, else Dutch.
 */
export function requestLanguage(uiLocales: unknown, acceptLanguage: string | undefined): Language {
  const asked = typeof uiLocales === 'string' ? uiLocales.slice(0, 200).split(' ') : [];
  return spoken(asked) ?? spoken(byPreference(acceptLanguage)) ?? languages[0];
}

function spoken(tags: readonly string[]): Language | undefined {
  return tags.map((tag) => tag.split('-')[0]?.toLowerCase()).find(isLanguage);
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
