import { isLanguage, type Language } from '../../base/language.ts';
import { isTemplateKey, type TemplateKey } from '../../domain/notification/index.ts';
import type { WebContext } from '../http/web-context.ts';

/** One text in one language. */
export type WhichTemplate = { readonly key: TemplateKey; readonly language: Language };

/** The text in the address; `null` when it names none. */
export function templateIn(context: WebContext): WhichTemplate | null {
  const [key, language] = [context.req.param('key'), context.req.param('language')];
  return isTemplateKey(key) && isLanguage(language) ? { key, language } : null;
}

/** The page of a text. */
export function templatePath({ key, language }: WhichTemplate): string {
  return `/cases/templates/${key}/${language}`;
}
