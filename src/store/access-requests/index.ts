import { accessRequestsIn } from './access-requests.ts';
import { askedOrganisationsIn } from './asked-organisations.ts';
import { heldAccessIn } from './held-access.ts';

/** Requests for access, by the names under which a use case asks for them. */
export const accessRequestStores = {
  accessRequests: accessRequestsIn,
  askedOrganisations: askedOrganisationsIn,
  heldAccess: heldAccessIn,
};
