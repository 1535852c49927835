import { errorSummary } from '../../ui/form/error-summary.ts';
import { textArea, textField } from '../../ui/form/form-fields.ts';
import { type Html, html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { afterLoginBanner } from '../../ui/staff/after-login-banner.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import { hidden } from '../case/page/case-form.ts';
import type { LinksForm, LinksPage } from '../found-links-page.ts';

/** Whose links: by number, which is sent by POST and never shown again, with a reason. */
export function linksPage(
  { frame, member }: LinksPage,
  { typed, errors, done, afterLogin }: LinksForm & { readonly done: string | null },
): Html {
  const { words } = frame;
  const form = { frame, typed, errors };
  return staffLayout(frame, {
    member,
    section: 'list',
    title: words.say('case.links.title'),
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${done !== null && banner('ok', done)}${afterLogin && afterLoginBanner(frame)}<h1>${words.say('case.links.title')}</h1>
<p class="lede">${words.say('case.links.text')}</p>
<form method="post" action="/cases/links" novalidate>${hidden('csrf', frame.formToken)}
${textField(form, { name: 'number', label: words.say('case.number'), hint: words.say('case.links.number.hint'), width: 'number', inputmode: 'numeric', autocomplete: 'off', verbatim: true })}
${textArea(form, { name: 'reason', label: words.say('case.links.reason'), hint: words.say('case.reason.hint'), rows: 2 })}
<div class="row"><button class="btn">${words.say('case.links.do')}</button><a href="/cases/second-check">${words.say('case.links.waiting')}</a></div></form>`,
  });
}
