import type { PlainKey } from '../../texts/values.ts';
import type { FieldError } from '../../ui/form/error-summary.ts';
import { errorSummary } from '../../ui/form/error-summary.ts';
import { type FormState, textField } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { layout } from '../../ui/layout.ts';
import { disclosure } from '../../ui/parts.ts';
import { backLink, requestForm } from '../request-layout.ts';

/** How one comes back to a request: with the eID, or with a link by e-mail. */
export function startPage(frame: Frame): Html {
  return arrivalPage(frame, 'request.start', frame.words.say('request.start.lede'));
}

/** The session is over; what was saved is kept, and what was just typed as well, but for files. */
export function endedPage(
  frame: Frame,
  { isKept = false, isFileLost = false }: { readonly isKept?: boolean; readonly isFileLost?: boolean } = {},
): Html {
  const { words } = frame;
  return arrivalPage(
    frame,
    'request.ended',
    html`${words.say('request.ended.lede')}${isKept && html` ${words.say('request.ended.typed')}`}${isFileLost && html` ${words.say('request.ended.file')}`}`,
  );
}

/** After logging out. */
export function leftPage(frame: Frame): Html {
  return arrivalPage(frame, 'request.left', frame.words.say('request.left.lede'));
}

/** The same whatever the cause: nobody learns here which requests exist. */
export function notFoundPage(frame: Frame): Html {
  return arrivalPage(frame, 'request.notFound', frame.words.say('request.notFound.lede'));
}

/** Logged in with an eID that never asked for a number here. */
export function noRequestPage(frame: Frame): Html {
  const { words } = frame;
  return arrivalPage(
    frame,
    'request.none',
    html`${words.say('request.none.lede')} ${words.say('request.none.other')}`,
  );
}

/** The login that should lead to the request was given up. */
export function stoppedPage(frame: Frame): Html {
  return arrivalPage(frame, 'request.stopped', frame.words.say('request.stopped.lede'));
}

type Arrival = 'start' | 'ended' | 'left' | 'notFound' | 'none' | 'stopped';

function arrivalPage(frame: Frame, key: `request.${Arrival}`, lede: Fragment): Html {
  const { words } = frame;
  const title = words.say(`${key}.title`);
  const way = (name: 'eid' | 'link', path: string, style: string): Html =>
    html`<section class="card"><h2>${words.say(`request.start.${name}`)}</h2><p>${words.say(`request.start.${name}.text`)}</p><p><a class="btn${style}" href="${path}">${words.say(`request.start.${name}.go`)}</a></p></section>`;
  return layout(frame, {
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${lede}</p>
${way('eid', '/request/login', '')}
${way('link', '/request/link', ' sec')}
${disclosure(words.say('request.start.none'), html`<p>${words.say('request.start.none.text')}</p>`)}`,
  });
}

/** Asks for a link by reference and e-mail address. */
export function linkPage(
  frame: Frame,
  {
    errors = [],
    typed = {},
  }: { readonly errors?: readonly FieldError[]; readonly typed?: FormState['typed'] } = {},
): Html {
  const { words } = frame;
  const form: FormState = { frame, typed, errors };
  const title = words.say('request.link.title');
  return layout(frame, {
    title,
    failed: errors.length > 0,
    body: html`${backLink(frame, '/request')}${errorSummary(frame, errors)}<h1>${title}</h1>
<p class="lede">${words.say('request.link.lede')}</p>
${requestForm(
  frame,
  '/request/link',
  html`${textField(form, { name: 'reference', label: words.say('request.link.reference'), hint: words.say('request.link.reference.hint'), width: 'number', autocomplete: 'off', verbatim: true })}
${textField(form, { name: 'email', label: words.say('request.link.email'), type: 'email', autocomplete: 'email', verbatim: true })}
<div class="row"><button class="btn">${words.say('request.link.go')}</button></div>`,
)}`,
  });
}

/** The answer to every asking, whatever is true. */
export function askedPage(frame: Frame, days: number): Html {
  return plainPage(
    frame,
    'request.asked',
    html`<p>${frame.words.say('request.asked.text', { days })}</p><div class="row"><a class="linkish" href="/request/link">${frame.words.say('request.asked.again')}</a></div>`,
  );
}

/** A button between the link and the request: what looks at links in mails presses none, so the link is not spent by it. */
export function openPage(frame: Frame): Html {
  const { words } = frame;
  return plainPage(
    frame,
    'request.open',
    requestForm(
      frame,
      frame.path,
      html`<div class="row"><button class="btn">${words.say('request.open.go')}</button></div>`,
    ),
  );
}

/** A link that was used, or is too old. */
export function deadLinkPage(frame: Frame): Html {
  const { words } = frame;
  return plainPage(
    frame,
    'request.dead',
    html`<div class="row"><a class="btn" href="/request/link">${words.say('request.dead.again')}</a><a class="linkish" href="/request/login">${words.say('request.start.eid.go')}</a></div>`,
  );
}

function plainPage(frame: Frame, key: 'request.asked' | 'request.open' | 'request.dead', rest: Html): Html {
  const { words } = frame;
  const title: PlainKey = `${key}.title`;
  return layout(frame, {
    title: words.say(title),
    body: html`<h1>${words.say(title)}</h1>
<p class="lede">${words.say(`${key}.lede`)}</p>
${rest}`,
  });
}
