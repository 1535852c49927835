import type { CalendarDate } from '../../base/time.ts';
import type { NationalNumber, RegisteredPerson } from './model.ts';

/** A row of the register as a file tells it. */
export type ImportedPerson = RegisteredPerson & {
  /** On which line of the file it stands. */
  readonly line?: number;
  readonly replacedBy?: NationalNumber | null;
  /** Absent where the file says nothing of ends. */
  readonly endedOn?: CalendarDate | null;
};
