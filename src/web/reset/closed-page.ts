import type { KeyResetStanding } from '../../domain/key-reset/index.ts';
import { browserFrame } from '../http/session/browser-frame.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import type { Frame } from '../ui/frame.ts';
import { type Html, html } from '../ui/html.ts';
import { type Contact, unbroken } from '../ui/journey-page.ts';
import { resetPage } from './reset-page.ts';

/** What people read of how a reset stands that opens nothing (any more). */
const words = {
  used: 'used',
  expired: 'expired',
  unknown: 'unknown',
  refused: 'over',
  withdrawn: 'over',
  stopped: 'over',
  'person-gone': 'over',
  proposed: 'unknown',
  waiting: 'unknown',
  open: 'unknown',
} as const satisfies Readonly<Record<KeyResetStanding | 'unknown', string>>;

/** Answers that a link opens nothing: what is the case, and what to do. */
export function showClosed(
  web: Web,
  context: WebContext,
  standing: KeyResetStanding | 'unknown',
): Response | Promise<Response> {
  const why = words[standing];
  const page = closedPage(browserFrame(web, context), why, web.world.settings.contact);
  return context.html(page, why === 'unknown' ? 404 : 410);
}

function closedPage(frame: Frame, why: (typeof words)[keyof typeof words], contact: Contact): Html {
  return resetPage(frame, {
    key: `lostKey.${why}.title`,
    body: html`<p class="lede">${frame.words.say(`lostKey.${why}.text`)}</p>
<p>${frame.words.say('lostKey.call', unbroken(contact))}</p>
<div class="row"><a class="btn" href="/account">${frame.words.say('lostKey.toAccount')}</a><a class="btn sec" href="/">${frame.words.say('lostKey.toStart')}</a></div>`,
  });
}
