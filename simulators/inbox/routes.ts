import { Hono } from 'hono';
import { html } from 'hono/html';
import { ZONE } from '../../src/base/calendar.ts';
import { addAssets } from '../ground/assets.ts';
import { framePage, type Html } from '../ground/frame.ts';
import { securityHeaders } from '../ground/headers.ts';
import type { Mailbox, ReceivedMail } from './mailbox.ts';

/** The web side of the inbox: a list, one mail, and `/messages` as JSON for tests. */
export function makeInbox(mailbox: Mailbox): Hono {
  const app = new Hono();
  app.use(securityHeaders(() => []));
  addAssets(app);
  app.get('/', (context) => {
    const recipient = (context.req.query('to') ?? '').slice(0, 200);
    const isWatching = context.req.query('watch') === '1';
    if (isWatching) context.header('Refresh', '5');
    return context.html(listPage(mailbox.list(recipient), { recipient, isWatching }));
  });
  app.get('/messages', (context) =>
    context.json(mailbox.list((context.req.query('to') ?? '').slice(0, 200))),
  );
  app.get('/mail/:id', (context) => {
    const mail = mailbox.find(Number(context.req.param('id')));
    return mail ? context.html(mailPage(mail)) : context.html(missingPage(), 404);
  });
  // In a frame of no origin that loads and runs nothing (its policy allows no script) and opens links in a window of their own.
  app.get('/mail/:id/html', (context) => {
    const mail = mailbox.find(Number(context.req.param('id')));
    if (mail?.html === null || mail?.html === undefined) return context.html(missingPage(), 404);
    context.header('Content-Security-Policy', FRAME_POLICY);
    return context.html(mail.html.replace(/<head>/i, '<head><base target="_blank">'));
  });
  return app;
}

const FRAME_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox";

function inboxPage(title: string, main: Html): Html {
  const face = {
    name: 'Inbox',
    tagline: 'All mail that the demo sent',
    theme: 'inbox' as const,
    home: '/',
    demo: 'Mail ends here: none of it is delivered to anybody.',
  };
  return framePage({ face, language: 'en', title, skip: 'Skip to the content', main });
}

function listPage(
  mails: readonly ReceivedMail[],
  { recipient, isWatching }: { readonly recipient: string; readonly isWatching: boolean },
): Html {
  const here = new URLSearchParams(recipient ? { to: recipient } : {});
  const watching = new URLSearchParams({ ...Object.fromEntries(here), watch: '1' });
  const item = (
    mail: ReceivedMail,
  ) => html`<li><a href="/mail/${mail.id}"><strong>${mail.subject || '(no subject)'}</strong></a> ${languageChip(mail)}<br>
    <span class="muted">To ${mail.to.join(', ')} · ${moment(mail)}</span></li>`;
  return inboxPage(
    'Mail',
    html`<div class="stack"><h1>Mail</h1>
    <form class="card actions" method="get" action="/">
      <div class="field"><label for="to">To</label><input id="to" name="to" type="search" value="${recipient}"></div>
      <button class="button">Search</button>
    </form>
    <p>${isWatching ? html`We look for new mail every 5 seconds. <a href="/?${here}">Stop looking</a>` : html`<a href="/?${watching}">Look for new mail every 5 seconds</a>`}</p>
    ${mails.length === 0 ? html`<p class="card">${recipient ? 'No mail to that address.' : 'No mail was sent yet. It appears here as soon as the platform sends some.'}</p>` : html`<ul class="card list">${mails.map(item)}</ul>`}</div>`,
  );
}

function mailPage(mail: ReceivedMail): Html {
  return inboxPage(
    mail.subject,
    html`<article class="stack"><p><a href="/">All mail</a></p><h1>${mail.subject || '(no subject)'}</h1>
    <dl class="facts-list"><dt>From</dt><dd>${mail.fromName ? `${mail.fromName} <${mail.from}>` : mail.from}</dd><dt>To</dt><dd>${mail.to.join(', ')}</dd><dt>Received</dt><dd>${moment(mail)}</dd>${mail.language ? html`<dt>Language</dt><dd>${languageChip(mail)}</dd>` : ''}
    ${mail.attachments.length > 0 ? html`<dt>Attachments</dt><dd>${mail.attachments.join(', ')}</dd>` : ''}</dl>
    ${mail.html === null ? textOf(mail) : html`<iframe class="mail-frame" title="The mail as people see it" src="/mail/${mail.id}/html" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`}
    ${mail.links.length > 0 ? html`<section class="card stack"><h2>Links in this mail</h2><ul class="list">${mail.links.map((each) => html`<li>${linkTo(each)}</li>`)}</ul></section>` : ''}
    ${mail.html === null ? '' : html`<details class="card"><summary>The same mail as plain text</summary>${textOf(mail)}</details>`}
    <details class="card"><summary>The headers of this mail</summary><pre class="mail-body">${mail.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}</pre></details>
    ${mail.html === null ? '' : html`<details class="card"><summary>The HTML of this mail, as source</summary><pre class="mail-body">${mail.html}</pre></details>`}</article>`,
  );
}

function textOf({ language, text }: ReceivedMail): Html {
  return html`<div class="card mail-body" ${language ? html`lang="${language}"` : ''}>${text}</div>`;
}

function languageChip({ language }: ReceivedMail): Html {
  return language ? html`<span class="badge">${language.toUpperCase()}</span>` : html``;
}

/** Only what runs on this machine can be opened from here: a mail of the demo leads nowhere else. */
function linkTo(address: string): Html {
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
  return isHere ? html`<a href="${address}" rel="noreferrer">${address}</a>` : html`${address}`;
}

function missingPage(): Html {
  return inboxPage(
    'Not found',
    html`<div class="stack"><h1>This mail is not here</h1><p>The inbox keeps mail until it stops. <a href="/">All mail</a></p></div>`,
  );
}

function moment(mail: ReceivedMail): Html {
  const shown = mail.at.toLocaleString('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: ZONE,
  });
  return html`<time datetime="${mail.at.toISOString()}">${shown}</time>`;
}
