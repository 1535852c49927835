import type { PlainKey } from '../texts/values.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { layout } from '../ui/layout.ts';
import { disclosure } from '../ui/parts.ts';

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

/** The same whatever the cause: nobody learns here which requests exist. */
export function notFoundPage(frame: Frame): Html {
  return arrivalPage(frame, 'request.notFound', frame.words.say('request.notFound.lede'));
}

type Arrival = 'start' | 'ended' | 'left' | 'notFound' | 'none' | 'stopped';

/** A page without a session: what is the case, and both ways to a request. */
export function arrivalPage(frame: Frame, key: `request.${Arrival}`, lede: Fragment): Html {
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

/** A page about a link: what is the case, and what can be done. */
export function plainPage(
  frame: Frame,
  key: 'request.asked' | 'request.open' | 'request.dead',
  rest: Html,
): Html {
  const { words } = frame;
  const title: PlainKey = `${key}.title`;
  return layout(frame, {
    title: words.say(title),
    body: html`<h1>${words.say(title)}</h1>
<p class="lede">${words.say(`${key}.lede`)}</p>
${rest}`,
  });
}
