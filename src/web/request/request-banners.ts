import type { RequestView } from '../../domain/casework/index.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { banner } from '../ui/parts.ts';

/** These answers are not the ones that were looked at. */
export function changedBanner({ words }: Frame): Html {
  return banner('warn', words.say('request.changed'));
}

/** Typed before the session ended: it stands there again, and waits to be sent. */
export function keptBanner({ words }: Frame): Html {
  return banner('warn', words.say('request.typedBefore'));
}

/** How long a draft is kept. */
export function keptUntil(frame: Frame, { stage }: RequestView): Fragment {
  const { words } = frame;
  return (
    stage.kind === 'draft' &&
    html`<p class="hint kept">${words.mark('request.keptUntil', { date: words.date(stage.keptUntil) })}</p>`
  );
}
