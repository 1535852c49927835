import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { layout } from '../ui/layout.ts';
import { sessionTimeout } from '../ui/timeout.ts';
import { leaveButton } from './organisation-layout.ts';

/** A page for whoever is logged in, in no organisation: the way out on top, then the h1. */
export function personLayout(
  frame: Frame,
  { title, body }: { readonly title: string; readonly body: Fragment },
): Html {
  return layout(
    { ...frame, ends: null },
    {
      title: `${title} – ${frame.words.say('organisation.area')}`,
      body: html`<div class="acting">${leaveButton(frame)}</div>
<h1>${title}</h1>
${body}
${sessionTimeout(frame, 'organisation')}`,
    },
  );
}
