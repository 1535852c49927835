import type { Frame } from '../../ui/frame.ts';
import type { Html } from '../../ui/html.ts';
import { arrivalPage } from '../arrival-page.ts';

/** After logging out. */
export function leftPage(frame: Frame): Html {
  return arrivalPage(frame, 'request.left', frame.words.say('request.left.lede'));
}
