import type { PersonId } from '../person/index.ts';
import type { StaffList } from './ports.ts';

/** Whether somebody administers the platform at a moment: looked up anew by each act that rests on it. */
export async function administersPlatform(
  { staff }: { readonly staff: StaffList },
  person: PersonId,
  at: Date,
): Promise<boolean> {
  return (await staff.rightsHeld(at, person)).some(({ right }) => right === 'platform-administrator');
}
