import type { CalendarDate } from '../../base/time.ts';
import type { OrganisationCode, TargetGroup } from '../organisation/index.ts';
import type { NationalNumber } from '../person/index.ts';

/** One right of one member of staff, as imported. Days begin at midnight in Brussels; `until` is exclusive. */
export type ImportedStaffRight = {
  readonly number: NationalNumber;
  readonly targetGroup: TargetGroup;
  readonly code: OrganisationCode;
  readonly right: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
};
