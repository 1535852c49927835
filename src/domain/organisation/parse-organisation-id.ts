import type { OrganisationId } from './model.ts';

/** Reads the internal id of an organisation; `null` when it is not one. */
export function parseOrganisationId(text: string): OrganisationId | null {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? (text as OrganisationId) : null;
}
