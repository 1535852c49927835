export { type CachedApplications, openCachedApplications } from './cached-applications.ts';
