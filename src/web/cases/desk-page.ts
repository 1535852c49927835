import type { StaffMember } from '../../domain/staff/index.ts';
import { staffFrame, staffOf } from '../http/session/web-session.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';

/** What every page for agents is made with: the frame, who is at work, and the moment. */
export type DeskPage = { readonly frame: Frame; readonly member: StaffMember; readonly now: Date };

/** The page that answers this request; only behind `requireStaff`. */
export function deskPage(web: Web, context: WebContext): DeskPage {
  return { frame: staffFrame(web, context), member: staffOf(context), now: web.world.clock() };
}

/** A form of ours that posts to `action`. */
export function deskForm({ frame }: DeskPage, action: string, content: Fragment, name = ''): Html {
  return html`<form method="post" action="${action}" novalidate${name && html` class="${name}"`}><input type="hidden" name="csrf" value="${frame.formToken}">${content}</form>`;
}

/** A value that goes along with a form. */
export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}
