import type { Departure } from '../../login/index.ts';
import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';

export type HopProps = {
  readonly title: string;
  /** One sentence of explanation, or the empty string. */
  readonly text: string;
  /** Where to, in words: the name of an application or a country. */
  readonly target: string;
  readonly departure: Departure;
  /** For somebody who was there with this form already: how to go there with another one. */
  readonly anew?: { readonly question: string; readonly label: string; readonly path: string } | null;
};

/**
 * P3: a page in between, because a form may not be redirected to another origin under `form-action 'self'`. A link departure leaves
 * by itself (meta refresh); a POST departure is sent by the script, or by its button.
 */
export function hopPage(frame: Frame, { title, text, target, departure, anew = null }: HopProps): Html {
  const address = webAddress(departure.url);
  const go = frame.words.say('hop.go', { target });
  const way =
    departure.kind === 'redirect'
      ? html`<a class="btn" href="${address}" rel="noreferrer">${go}</a>`
      : html`<form method="post" action="${address}" data-submit>${Object.entries(departure.fields).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
        )}<button class="btn">${go}</button></form>`;
  return layout(frame, {
    title,
    ...(departure.kind === 'redirect' ? { leaveTo: address } : {}),
    body: html`<div class="hop"><span class="spinner" aria-hidden="true"></span>
<h1>${title}</h1>
${text && html`<p class="lede">${text}</p>`}
<p class="hint">${frame.words.say('hop.wait')}</p>
<div class="row">${way}</div>
${anew && html`<p class="hint">${anew.question} <a href="${anew.path}">${anew.label}</a></p>`}</div>`,
  });
}

/** Only web addresses are left for; anything else could be script. Throws: addresses come from verified metadata. */
function webAddress(address: string): string {
  const { protocol } = new URL(address, 'http://localhost');
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`not a web address: ${protocol}`);
  return address;
}
