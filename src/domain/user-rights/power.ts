import type { ActingPerson } from '../acting/index.ts';
import { administeringNeeds, administratorAt, covers } from '../administration/index.ts';
import type { ApplicationId } from '../application/index.ts';
import type { GivenAs } from '../rights/index.ts';
import type { Giver } from './check-giving.ts';
import type { RelationOfRights } from './ports.ts';
import type { RightContext } from './world.ts';

export const powerNeeds = administeringNeeds;

/** As what somebody decides about the rights of a relation now, looked at anew; `null`: as nothing. */
export async function giverOf(
  { stores, now }: RightContext<typeof powerNeeds>,
  by: Pick<ActingPerson, 'person'>,
  relation: RelationOfRights,
): Promise<Giver | null> {
  const administrator = await administratorAt(stores, by.person, relation.organisation.id, now);
  return administrator === null ? null : { administrator, to: relation.person };
}

/** On what authority somebody gives. */
export function givenAs({
  administrator,
}: Giver): Extract<GivenAs, 'legal-representative' | 'administrator' | 'platform'> {
  switch (administrator.basis) {
    case 'legal-representative':
    case 'platform':
      return administrator.basis;
    case 'head-local-administrator':
    case 'local-administrator':
    case 'deputy':
      return 'administrator';
  }
}

/** Whether whoever wished a right first may still wish it. */
export async function mayStillWish(
  { stores, now }: RightContext<typeof powerNeeds>,
  first: ActingPerson['person'],
  { relation, application }: { readonly relation: RelationOfRights; readonly application: ApplicationId },
): Promise<boolean> {
  const { id: unit } = relation.organisation;
  const administrator = await administratorAt(stores, first, unit, now);
  return administrator !== null && covers(administrator, { unit, application });
}
