import type { StaffMember } from '../staff/index.ts';
import type { ActingPerson, ActingWithReason } from './model.ts';

/** Whoever the directory knows for a session, as the person who acts. */
export function actingStaff({
  person,
  name,
  organisation,
  rights,
}: Pick<StaffMember, 'person' | 'name' | 'organisation' | 'rights'>): ActingPerson {
  return { person, name, authority: { kind: 'staff', organisation, rights }, reason: null };
}

/** The same person with the reason that they gave. */
export function withReason(by: ActingPerson, reason: string): ActingWithReason {
  return { ...by, reason };
}
