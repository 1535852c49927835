export type { MinimumData, MinimumFacts, MissingDatum } from './has-minimum-data.ts';
export { hasMinimumData } from './has-minimum-data.ts';
export * from './model.ts';
export type { CountedNumber } from './next-bis-number.ts';
export { countersUpTo, nextBisNumber, numberIn, placeOf } from './next-bis-number.ts';
export type { NumberAuthority } from './ports.ts';
export { bisPrefix, seriesFor } from './series-for.ts';
