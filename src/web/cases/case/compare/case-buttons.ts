import { type Fragment, type Html, html } from '../../../ui/html.ts';
import { actionsOf, type CaseAction } from '../case-actions.ts';
import type { OpenedCase } from '../case-context.ts';
import { caseForm } from '../page/case-form.ts';

/** What can be done about the case now: links to the pages of decisions, buttons for what needs no more words. */
export function caseActions(opened: OpenedCase): Fragment {
  const { frame, view, member, path } = opened;
  const { words } = frame;
  const link = (action: CaseAction, to: string, look: string): Html =>
    html`<a class="btn${look}" href="${path}/${to}">${words.say(`case.action.${action}`)}</a>`;
  const button = (action: CaseAction, look: string): Html =>
    caseForm(
      opened,
      `${path}/${action}`,
      html`<button class="btn${look}">${words.say(`case.action.${action}`)}</button>`,
      'inline',
    );
  const buttons: Readonly<Record<CaseAction, () => Html>> = {
    take: () => button('take', ''),
    decide: () => link('decide', 'decide', ''),
    confirm: () => link('confirm', 'confirm', ''),
    write: () => link('write', 'messages', ' sec'),
    release: () => button('release', ' sec'),
    reopen: () => link('reopen', 'reopen', ' sec'),
    'take-over': () => link('take-over', 'take-over', ' sec'),
  };
  const shown = actionsOf(view, member).filter((action) => action !== 'take-over');
  return shown.length > 0 && html`<div class="row">${shown.map((action) => buttons[action]())}</div>`;
}
