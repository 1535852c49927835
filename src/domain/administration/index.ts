export { administeringNeeds, administratorAt, administratorsOf } from './administrator-at.ts';
export { administeredBy, administratorIn, administratorsIn } from './administrator-in.ts';
export { covers } from './covers.ts';
export * from './model.ts';
export { organisationApplication, organisationApplicationId } from './organisation-application.ts';
export { type OrganisationPath, organisationHome, parseOrganisationPath } from './parse-organisation-path.ts';
export type { AdministrationStore, AdministrationsOf } from './ports.ts';
export { inBoth } from './reach-of.ts';
