export * from './model.ts';
export type { EidasLinkStore, MatchingAttemptStore, MatchingLogEntry } from './ports.ts';
