import type { Frame } from '../../../ui/frame.ts';
import type { Html } from '../../../ui/html.ts';
import { plainPage } from '../plain-page.ts';

/** The login was stopped: the way back to it. */
export function staffStoppedPage(frame: Frame, again: string): Html {
  return plainPage(frame, 'staff.stopped', again);
}
