import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isLanguage, type Language, languages } from '../../src/base/language.ts';

/** The language of a page: `?lang=`, else the one chosen before, else what the browser prefers, else English. */
export function languageOf(context: Context, cookie: string): Language {
  const asked = context.req.query('lang');
  if (isLanguage(asked)) {
    setCookie(context, cookie, asked, { sameSite: 'Lax', path: '/' });
    return asked;
  }
  const kept = getCookie(context, cookie);
  if (isLanguage(kept)) return kept;
  const preferred = (context.req.header('accept-language') ?? '')
    .split(',')
    .map((each) => each.trim().slice(0, 2).toLowerCase());
  return preferred.find(isLanguage) ?? 'en';
}

export const languageNames: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
};

export { languages };
