import { keepForm } from '../http/form-again.ts';
import { formToken } from '../http/form-token.ts';
import { pageLanguage } from '../http/page-language.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import type { Frame } from '../ui/frame.ts';

/** The frame of a page of an invitation; with the secret of the browser its forms carry their token. */
export function invitationFrame(web: Web, context: WebContext, browser: string | null = null): Frame {
  const { path } = context.req;
  const frame = web.frames({
    language: pageLanguage(context.req.raw, web.languages),
    path,
    ...(browser !== null && { formToken: formToken(web.world.settings.formKey, browser) }),
  });
  return keepForm(context, { ...frame, languagePath: (language) => `${path}?lang=${language}` });
}
