import type { KeyResetRefusal } from '../../domain/key-reset/index.ts';
import { staffPage } from '../http/session/staff-page.ts';
import { showProblem } from '../http/show-problem.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import { html } from '../ui/html.ts';
import { staffLayout } from '../ui/staff/staff-layout.ts';

export const RESETS = '/cases/resets';

/** Why it cannot be done, with the way back to all resets. */
export function refuseReset(
  web: Web,
  context: WebContext,
  refusal: Exclude<KeyResetRefusal, { readonly kind: 'wrong' }>,
): Response | Promise<Response> {
  const { kind } = refusal;
  if (kind === 'not-allowed' || kind === 'unknown-reset')
    return showProblem(web, context, { problem: { kind: 'not-found' } });
  const page = staffPage(web, context);
  const { words } = page.frame;
  const title = words.say(`resets.refusal.${kind}`);
  const body = html`<h1>${title}</h1><p class="lede">${words.say(`resets.refusal.${kind}.text`)}</p>
<div class="row"><a class="btn" href="${RESETS}">${words.say('resets.back')}</a></div>`;
  const layout = { member: page.member, section: 'resets', title, failed: true, body } as const;
  return context.html(staffLayout(page.frame, layout), kind.startsWith('own') ? 403 : 409);
}
