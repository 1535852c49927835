import type { CalendarDate } from '../../base/time.ts';
import type { EventContent } from '../audit/index.ts';
import type { OrganisationCode, OrganisationId, TargetGroup } from '../organisation/index.ts';
import type { NationalNumber, PersonId } from '../person/index.ts';

/** One right of one member of staff, as imported. Days begin at midnight in Brussels; `until` is exclusive. */
export type ImportedStaffRight = {
  readonly number: NationalNumber;
  readonly targetGroup: TargetGroup;
  readonly code: OrganisationCode;
  readonly right: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
};

/** A right that an import gave or ended. */
export type StaffRightChange = {
  readonly kind: 'given' | 'ended';
  readonly id: string;
  readonly person: PersonId;
  readonly organisation: OrganisationId;
  readonly right: string;
};

/** What the trail tells of a right that an import gave or ended. */
export function eventOfChange({ kind, id, person, organisation, right }: StaffRightChange): EventContent {
  return {
    kind: `staff.right-${kind}`,
    subject: { kind: 'person', id: person },
    purpose: 'operation',
    details: { right, rightId: id, organisation },
  };
}
