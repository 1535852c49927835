export { type CachedApplications, openCachedApplications } from './cached-applications.ts';
export { catalogueVersionsIn } from './catalogue-versions.ts';
