import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { plainPage } from '../arrival-page.ts';
import { requestForm } from '../request-layout.ts';

/** A button between the link and the request: what looks at links in mails presses none, so the link is not spent by it. */
export function openLinkPage(frame: Frame): Html {
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
