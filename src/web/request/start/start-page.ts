import type { Frame } from '../../ui/frame.ts';
import type { Html } from '../../ui/html.ts';
import { arrivalPage } from '../arrival-page.ts';

/** How one comes back to a request: with the eID, or with a link by e-mail. */
export function startPage(frame: Frame): Html {
  return arrivalPage(frame, 'request.start', frame.words.say('request.start.lede'));
}
