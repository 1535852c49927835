import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { arrivalPage } from '../arrival-page.ts';

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
