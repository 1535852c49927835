import { countryOfCode, type Organisation, type OrganisationCode } from '../organisation/index.ts';
import type { Application, Offer, OrganisationKind, RightDefinition } from './model.ts';
import { admits } from './requirements.ts';

/** An organisation as an offer looks at it. */
export type OfferedOrganisation = Pick<Organisation, 'targetGroup' | 'code'> & {
  /** The codes of the organisations that it is a unit of, whatever lies between; none of an organisation of its own. */
  readonly within: readonly OrganisationCode[];
};

/**
 * Whether an application offers a right to an organisation, whose administrators then see it and may give it. Rights on Sluis's own pages
 * are given by those who run it, and offered to nobody. What was given stays when an offer is taken back: it cannot be extended.
 */
export function isOffered(
  right: Pick<RightDefinition, 'offeredTo'>,
  application: Pick<Application, 'protocol' | 'openTo'>,
  organisation: OfferedOrganisation,
): boolean {
  if (application.protocol === 'own' || !admits(application, organisation.targetGroup)) return false;
  return right.offeredTo?.some((offer) => reachesOut(offer, organisation)) ?? true;
}

/** The rights that an application offers to an organisation, in its own order. */
export function offeredRights(
  application: Pick<Application, 'protocol' | 'openTo' | 'rights'>,
  organisation: OfferedOrganisation,
): readonly RightDefinition[] {
  return application.rights.filter((right) => isOffered(right, application, organisation));
}

function reachesOut({ targetGroup, kinds, organisations }: Offer, asked: OfferedOrganisation): boolean {
  if (targetGroup !== asked.targetGroup) return false;
  const isOfKind = kinds === undefined || kinds.some((kind) => kindsOf(asked).includes(kind));
  const isNamed =
    organisations === undefined || [asked.code, ...asked.within].some((code) => organisations.includes(code));
  return isOfKind && isNamed;
}

function kindsOf({ code, within }: OfferedOrganisation): readonly OrganisationKind[] {
  return [countryOfCode(code) === 'BE' ? 'belgian' : 'foreign', within.length === 0 ? 'independent' : 'unit'];
}
