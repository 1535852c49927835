import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { icon } from '../../ui/icons.ts';
import { layout } from '../../ui/layout.ts';

export type SignedOutProps = {
  /** The application that logged out, by name; `null` when it did not say which it is. */
  readonly application: string | null;
  /** Where that application begins. */
  readonly back: string | null;
  /** Applications in which the person may still be logged in, by name. */
  readonly others: readonly string[];
};

/** P16: logged out here; elsewhere perhaps not. */
export function signedOutPage(frame: Frame, { application, back, others }: SignedOutProps): Html {
  const { words } = frame;
  const title =
    application === null ? words.say('signedOut.title') : words.say('signedOut.titleOf', { application });
  const rest = html`<h2>${words.say('signedOut.others')}</h2><ul class="bullets">${others.map((name) => html`<li translate="no">${name}</li>`)}</ul><p>${words.say('signedOut.others.text')}</p>`;
  const onward =
    application !== null &&
    back !== null &&
    html`<div class="row"><a class="btn" href="${back}">${words.say('frame.returnTo', { application })}</a></div>`;
  return layout(frame, {
    title,
    body: html`<h1 class="done"><span class="ok-dot">${icon('check', 26)}</span>${title}</h1>
${others.length > 0 ? rest : html`<p class="lede">${words.say('signedOut.done')}</p>`}
${onward}
<p>${words.mark('signedOut.account', {}, ['/account'])}</p>`,
  });
}

export type AskLogoutProps = {
  readonly application: string;
  /** Where that application begins, or the home page. */
  readonly back: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** An application asks to log somebody out and did not prove it: the person says what they want. */
export function askLogoutPage(frame: Frame, { application, back, action, fields }: AskLogoutProps): Html {
  const { words } = frame;
  const title = words.say('signedOut.ask');
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return layout(frame, {
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${words.say('signedOut.ask.text', { application })}</p>
<div class="row"><form method="post" action="${action}">${hidden}<button class="btn">${words.say('signedOut.ask.button')}</button></form>
<a class="btn sec" href="${back}">${words.say('frame.returnTo', { application })}</a></div>`,
  });
}
