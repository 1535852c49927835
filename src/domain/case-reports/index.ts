export { ageOf, ageSpan } from './age-span.ts';
export * from './model.ts';
export type { CaseReports } from './ports.ts';
export { casesOf, FEWEST_SHOWN, showOutcomes } from './show-outcomes.ts';
export { writeCsv } from './write-csv.ts';
