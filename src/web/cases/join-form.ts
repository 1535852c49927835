import type { JoinRefusal } from '../../domain/joining/index.ts';
import { shownStaffForm } from '../http/session/shown-staff-form.ts';
import type { StaffTold } from '../http/session/staff-again.ts';
import { staffPage } from '../http/session/staff-page.ts';
import { showProblem } from '../http/show-problem.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import type { ErrorTable } from '../ui/form/error-words.ts';
import { html } from '../ui/html.ts';
import { staffLayout } from '../ui/staff/staff-layout.ts';

export const JOINS = '/cases/joins';
/** What was wrong with a form, or why the whole act cannot be done. */
export type ToldOfJoin = StaffTold & { readonly refusal?: JoinRefusal };

/** What was typed last on this page, and what was wrong with it or why the whole act could not be done. */
export async function joinFormAgain(web: Web, context: WebContext, table: ErrorTable) {
  const { told, ...form } = await shownStaffForm<ToldOfJoin>(web, context, table);
  return { ...form, refusal: told?.refusal ?? null };
}

/** Why it cannot be done, with the way back to all joins. */
export function refuseJoin(
  web: Web,
  context: WebContext,
  refusal: JoinRefusal,
): Response | Promise<Response> {
  switch (refusal.kind) {
    case 'own-case':
    case 'own-decision':
    case 'joined-further':
    case 'one-number': {
      const page = staffPage(web, context);
      const { words } = page.frame;
      const title = words.say(`join.refusal.${refusal.kind}`);
      const next =
        refusal.kind === 'joined-further'
          ? html`<a class="btn" href="${JOINS}/${refusal.first}">${words.say('join.toFirst')}</a><a class="btn sec" href="${JOINS}">${words.say('join.back')}</a>`
          : html`<a class="btn" href="${JOINS}">${words.say('join.back')}</a>`;
      const body = html`<h1>${title}</h1><p class="lede">${words.say(`join.refusal.${refusal.kind}.text`)}</p><div class="row">${next}</div>`;
      const layout = { member: page.member, section: 'joins', title, failed: true, body } as const;
      return context.html(staffLayout(page.frame, layout), refusal.kind.startsWith('own') ? 403 : 409);
    }
    default:
      return showProblem(web, context, { problem: { kind: 'not-found' } });
  }
}
