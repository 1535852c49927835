import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { layout } from '../../ui/layout.ts';
import type { LinkFault } from './read-link.ts';

/** A prepared link that cannot be used: what its reader can do, and what its sender must mend. */
export function deepLinkPage(frame: Frame, fault: LinkFault): Html {
  const { words } = frame;
  const title = words.say('access.link.title');
  return layout(frame, {
    title,
    body: html`<h1>${title}</h1><p class="lede">${words.say('access.link.text')}</p>
<h2>${words.say('access.link.sender')}</h2><p>${words.say(`access.link.${fault}`)}</p>
<div class="row"><a class="btn" href="/account/access">${words.say('access.title')}</a></div>`,
  });
}
