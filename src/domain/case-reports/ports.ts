import type { CaseReport, ReportPeriod } from './model.ts';

/** Counts over all cases. */
export type CaseReports = {
  of(period: ReportPeriod, at: Date): Promise<CaseReport>;
  /** What waits now: the part that an overview shows, without counting what was decided. */
  backlog(at: Date): Promise<Pick<CaseReport, 'backlog' | 'late'>>;
};
