import type { StaffMember } from '../../../domain/staff/index.ts';
import type { Frame } from '../../ui/frame.ts';
import type { Web, WebContext } from '../web-context.ts';
import { staffFrame, staffOf } from './web-session.ts';

/** What every page for staff is made with: the frame, who is at work, and the moment. */
export type StaffPage = { readonly frame: Frame; readonly member: StaffMember; readonly now: Date };

/** The page that answers this request; only behind `requireStaff`. */
export function staffPage(web: Web, context: WebContext): StaffPage {
  return { frame: staffFrame(web, context), member: staffOf(context), now: web.world.clock() };
}
