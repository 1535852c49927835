import { targetGroups } from '../../domain/organisation/index.ts';

/** The target groups that have organisations: citizens act for themselves. */
export const organisationGroups = targetGroups.filter((group) => group !== 'BUR');
