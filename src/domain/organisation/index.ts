export * from './history.ts';
export { type ImportedOrganisation, MOST_ABOVE } from './imported.ts';
export * from './model.ts';
export { parseEnterpriseNumber } from './parse-enterprise-number.ts';
export { countryOfCode, parseOrganisationCode, parseTargetGroup } from './parse-organisation-code.ts';
export { parseOrganisationId } from './parse-organisation-id.ts';
export type { OrganisationStore } from './ports.ts';
export { eventOfRegistered, type RegisteredChange } from './registered-change.ts';
