export { foldName } from './fold-name.ts';
export { type MarkedRun, type MarkedValues, markDifferences } from './mark-differences.ts';
export * from './model.ts';
export type { ManualSearch, ParsedManualSearch } from './parse-manual-search.ts';
export { parseManualSearch } from './parse-manual-search.ts';
export type { RegisterSearch } from './ports.ts';
export { MOST_CANDIDATES, rankCandidates, rankFound } from './rank-candidates.ts';
export { searchKeys } from './search-keys.ts';
