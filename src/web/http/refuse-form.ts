import type { ReadForm } from './read-form.ts';
import { showProblem } from './show-problem.ts';
import { isOwnForm, type Web, type WebContext } from './web-context.ts';

/** Why a form is not taken: too large, not a form, not from a page of this session or browser; `null` when it is taken. */
export function refuseForm(
  web: Web,
  context: WebContext,
  form: ReadForm,
  secret: string | null,
): Response | Promise<Response> | null {
  if (form.kind === 'too-large') return showProblem(web, context, { problem: { kind: 'too-large' } });
  if (form.kind === 'not-a-form') return showProblem(web, context, { problem: { kind: 'request-refused' } });
  const own = isOwnForm(web, context, { secret, formToken: '' }, form.fields.get('csrf') ?? '');
  return own ? null : showProblem(web, context, { problem: { kind: 'form' } });
}
