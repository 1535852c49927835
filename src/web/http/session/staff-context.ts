import { type ActingPerson, actingStaff } from '../../../domain/acting/index.ts';
import type { StaffMember } from '../../../domain/staff/index.ts';
import { whoseForm } from '../form-token.ts';
import type { StaffContext, Web, WebContext } from '../web-context.ts';

/** Who is at work; only behind `requireStaff`. */
export function staffOf(context: WebContext): StaffMember {
  return staffContext(context).member;
}

/** Who is at work, as every use case is told of it; only behind `requireStaff`. The one place where a session becomes somebody who acts. */
export function actingOf(context: WebContext): ActingPerson {
  return actingStaff(staffOf(context));
}

/** Who is at work, with the secret of the session; only behind `requireStaff`. */
export function staffContext(context: WebContext): StaffContext {
  const found = context.get('staff');
  if (!found) throw new Error('a route for staff stands outside requireStaff');
  return found;
}

/** Names whoever is at work in the forms of their pages: opaque, and the same in every session of theirs. */
export function whoseStaffForm({ world }: Web, { person, organisation }: StaffMember): string {
  return whoseForm(world.settings.formKey, `${person} ${organisation}`);
}
