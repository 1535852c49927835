import { type ActingPerson, actingStaff } from '../../src/domain/acting/index.ts';
import type { StaffMember } from '../../src/domain/staff/index.ts';

/** Somebody of staff as tests know them: what the directory says of a session, and whoever acts in it, in one. */
export type TestMember = StaffMember & ActingPerson;

export function testMember(member: StaffMember): TestMember {
  return { ...member, ...actingStaff(member) };
}
