import { keepForm } from '../http/form-again.ts';
import { formToken } from '../http/form-token.ts';
import { pageLanguage } from '../http/page-language.ts';
import { type FormFields, readForm } from '../http/read-form.ts';
import { refuseForm } from '../http/refuse-form.ts';
import { readBrowser, type Web, type WebContext } from '../http/web-context.ts';
import type { Frame } from '../ui/frame.ts';

/** What a browser says of the making of a passkey may hold the certificates of who made the authenticator. */
const MAX_FORM_BYTES = 64_000;

/** The frame of these pages; with the secret of the browser their forms carry its token. */
export function resetFrame(web: Web, context: WebContext, browser: string | null = null): Frame {
  const { path } = context.req;
  const frame = web.frames({
    language: pageLanguage(context.req.raw, web.languages),
    path,
    ...(browser !== null && { formToken: formToken(web.world.settings.formKey, browser) }),
  });
  return keepForm(context, { ...frame, languagePath: (language) => `${path}?lang=${language}` });
}

/** The fields of a form of these pages; the page that says why for any other. */
export async function readResetForm(web: Web, context: WebContext): Promise<FormFields | Response> {
  const form = await readForm(context.req.raw, MAX_FORM_BYTES);
  const refused = refuseForm(web, context, form, readBrowser(web, context).secret);
  return refused ?? (form.kind === 'form' ? form.fields : new Map());
}
