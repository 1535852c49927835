import { type ActingPerson, actingAdministrator } from '../acting/index.ts';
import {
  type Administrator,
  administeredBy,
  administeringNeeds,
  administratorAt,
} from '../administration/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { act } from './world.ts';

/** Somebody in an organisation that they administer, and as whom they act there. */
export type OpenOrganisation = { readonly administrator: Administrator; readonly by: ActingPerson };

/** Opens an organisation for whoever administers it at this moment; `null` for everybody else, whether there is one or not. */
export const openOrganisation = act(
  ['persons', ...administeringNeeds],
  async (
    { stores, now },
    { person, organisation }: { readonly person: PersonId; readonly organisation: OrganisationId },
  ): Promise<OpenOrganisation | null> => {
    const administrator = await administratorAt(stores, person, organisation, now);
    const found = administrator && (await stores.persons.find(person));
    if (!administrator || !found) return null;
    const name = `${found.givenNames} ${found.familyName}`.trim();
    return { administrator, by: actingAdministrator(administrator, name) };
  },
);

/** The organisations that somebody may open, by name. */
export const listAdministered = act(
  administeringNeeds,
  async ({ stores, now }, { person }: { readonly person: PersonId }): Promise<readonly Administrator[]> =>
    administeredBy(await stores.administrations.ofPerson(person, now), person, now),
);
