import type { Frame } from '../../ui/frame.ts';
import { keepForm } from '../form-again.ts';
import { formToken } from '../form-token.ts';
import { pageLanguage } from '../page-language.ts';
import type { Web, WebContext } from '../web-context.ts';

/** The frame of a page that needs no session; with the secret of the browser its forms carry its token. */
export function browserFrame(web: Web, context: WebContext, browser: string | null = null): Frame {
  const { path } = context.req;
  const frame = web.frames({
    language: pageLanguage(context.req.raw, web.languages),
    path,
    ...(browser !== null && { formToken: formToken(web.world.settings.formKey, browser) }),
  });
  return keepForm(context, { ...frame, languagePath: (language) => `${path}?lang=${language}` });
}
