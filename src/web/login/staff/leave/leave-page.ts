import type { Frame } from '../../../ui/frame.ts';
import type { Html } from '../../../ui/html.ts';
import { plainPage } from '../plain-page.ts';

/** Logged out of the pages for staff. */
export function staffLeftPage(frame: Frame, again: string): Html {
  return plainPage(frame, 'staff.left', again);
}
