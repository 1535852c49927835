import type { CalendarDate } from '../../base/time.ts';

/** Ages of open cases, in working days since they were sent. */
export const backlogAges = ['0-2', '3-5', '6-10', 'over-10'] as const;
export type BacklogAge = (typeof backlogAges)[number];

export const reportPeriods = ['30d', '90d', '365d'] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

export type AgeCount = { readonly age: BacklogAge; readonly cases: number };

/** One week, from its Monday on, in Belgium. */
export type WeekCount = {
  readonly monday: CalendarDate;
  readonly received: number;
  readonly decided: number;
  /** Working days that the decided ones took; `null` when none was decided. */
  readonly medianDays: number | null;
};

/** How decided cases ended, per country of the eID or the identity document. */
export type CountryOutcomes = {
  readonly country: string;
  readonly linked: number;
  readonly newNumber: number;
  readonly refused: number;
};

/** What agents and their lead see of the work: counts alone, nobody in it. */
export type CaseReport = {
  readonly backlog: readonly AgeCount[];
  /** Open cases whose target date is over. */
  readonly late: number;
  readonly weeks: readonly WeekCount[];
  readonly outcomes: readonly CountryOutcomes[];
  /** Working days that half of the cases decided in the period took at most. */
  readonly medianDays: number | null;
};

/** Outcomes as they may be shown; `others` are countries with too few cases, together. */
export type ShownOutcomes = {
  readonly countries: readonly CountryOutcomes[];
  readonly others: Omit<CountryOutcomes, 'country'> | null;
};
