export { exportMatching, matchingRows } from './export-matching.ts';
export * from './model.ts';
export {
  type AskedLog,
  type ExportedLog,
  type MatchingLog,
  type MatchingLogStores,
  openMatchingLog,
} from './open-matching-log.ts';
