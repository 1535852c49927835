import { isLanguage } from '../../base/language.ts';
import { withForm } from './form-again.ts';
import { rememberLanguage } from './page-language.ts';
import type { Web, WebContext } from './web-context.ts';

/** Remembers a language that was asked for in the address, and answers with the same page without that question. */
export function chooseLanguage(web: Web, context: WebContext): Response | null {
  const asked = context.req.query('lang');
  if (!isLanguage(asked)) return null;
  rememberLanguage(web, context, asked);
  return context.redirect(withForm(context, context.req.path), 303);
}
