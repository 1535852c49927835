import { type AttemptId, parseAttemptId } from '../../login/index.ts';
import { type FormFields, readForm } from '../http/read-form.ts';
import { showProblem } from '../http/show-problem.ts';
import { type Browser, isOwnForm, readBrowser, type Web, type WebContext } from '../http/web-context.ts';

const MAX_FORM_BYTES = 4096;

/** A form on a page of a login that passed the checks every form must pass. */
export type OwnForm = {
  readonly id: AttemptId;
  readonly browser: Browser;
  readonly secret: string;
  readonly fields: FormFields;
  readonly lists: ReadonlyMap<string, readonly string[]>;
};

/** What a form may hold beside small fields that come once. */
type Allowed = { readonly limit?: number; readonly repeated?: readonly string[] };

/** The checks of every form: a login of ours, small, urlencoded, from our own page in this browser. Else a problem page. */
export async function readOwnForm(
  web: Web,
  context: WebContext,
  { limit = MAX_FORM_BYTES, repeated = [] }: Allowed = {},
): Promise<OwnForm | Response> {
  const id = parseAttemptId(context.req.param('id') ?? '');
  if (!id) return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
  const path = `/login/${id}`;
  const form = await readForm(context.req.raw, limit, repeated);
  if (form.kind === 'too-large') return showProblem(web, context, { problem: { kind: 'too-large' }, path });
  if (form.kind === 'not-a-form')
    return showProblem(web, context, { problem: { kind: 'request-refused' }, path });
  const browser = readBrowser(web, context);
  const own = isOwnForm(web, context, browser, form.fields.get('csrf') ?? '');
  if (!own || browser.secret === null) return showProblem(web, context, { problem: { kind: 'form' }, path });
  return { id, browser, secret: browser.secret, fields: form.fields, lists: form.lists };
}
