import { postedForm } from '../../ui/form/posted-form.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { accountLayout } from '../account-layout.ts';

/** Codes that stand in for an app. `made`: those that were made just now, and where they can be taken along as a file. */
export function recoveryCodesPage(
  frame: Frame,
  path: string,
  made: { readonly codes: readonly string[]; readonly file: string } | null,
): Html {
  const { words } = frame;
  return accountLayout(frame, {
    title: words.say('account.recovery'),
    section: 'keys',
    back: '/account/keys',
    notice: made && banner('ok', words.say('account.recovery.made')),
    body: made ? shown(frame, made.codes, made.file) : asked(frame, path),
  });
}

function asked(frame: Frame, path: string): Html {
  const { words } = frame;
  return html`<p class="lede">${words.say('account.recovery.lede')}</p>
${postedForm({ frame }, path, html`<div class="row"><button class="btn">${words.say('account.recovery.do')}</button><a class="btn sec" href="/account/keys">${words.say('account.recovery.later')}</a></div>`)}`;
}

function shown({ words }: Frame, codes: readonly string[], file: string): Html {
  return html`<p class="lede">${words.say('account.recovery.keep')}</p>
<ul class="bullets">${codes.map((code) => html`<li><code translate="no">${code}</code></li>`)}</ul>
<div class="row"><a class="btn sec" href="${file}" download>${words.say('account.recovery.file')}</a><button type="button" class="btn sec" data-print hidden>${words.say('account.recovery.print')}</button><a class="btn" href="/account/keys">${words.say('account.recovery.done')}</a></div>`;
}
