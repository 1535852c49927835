import { type FormFields, readForm } from '../http/read-form.ts';
import { refuseForm } from '../http/refuse-form.ts';
import { readBrowser, type Web, type WebContext } from '../http/web-context.ts';

/** What a browser says of the making of a passkey may hold the certificates of who made the authenticator. */
const MAX_FORM_BYTES = 64_000;

/** The fields of a form of these pages; the page that says why for any other. */
export async function readResetForm(web: Web, context: WebContext): Promise<FormFields | Response> {
  const form = await readForm(context.req.raw, MAX_FORM_BYTES);
  const refused = refuseForm(web, context, form, readBrowser(web, context).secret);
  return refused ?? (form.kind === 'form' ? form.fields : new Map());
}
