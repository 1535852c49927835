import type { CaseReport } from '../../src/domain/case-reports/index.ts';

/** Thirteen weeks of work, with a week without decisions and a country with few cases. */
export const reportExample: CaseReport = {
  backlog: [
    { age: '0-2', cases: 31 },
    { age: '3-5', cases: 12 },
    { age: '6-10', cases: 4 },
    { age: 'over-10', cases: 1 },
  ],
  late: 5,
  weeks: Array.from({ length: 13 }, (_, week) => ({
    monday: new Date(Date.UTC(2026, 7, 31 + week * 7))
      .toISOString()
      .slice(0, 10) as `${number}-${number}-${number}`,
    received: 20 + ((week * 7) % 11),
    decided: week === 4 ? 0 : 18 + ((week * 5) % 13),
    medianDays: week === 4 ? null : 2 + (week % 4),
  })),
  outcomes: [
    { country: 'DE', linked: 40, newNumber: 22, refused: 3 },
    { country: 'NL', linked: 31, newNumber: 9, refused: 0 },
    { country: 'EL', linked: 5, newNumber: 6, refused: 1 },
    { country: 'EE', linked: 1, newNumber: 1, refused: 0 },
    { country: 'LT', linked: 0, newNumber: 4, refused: 0 },
  ],
  medianDays: 3,
};
