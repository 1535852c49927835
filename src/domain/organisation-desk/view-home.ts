import { DAY, later } from '../../base/time.ts';
import type { ActingPerson } from '../acting/index.ts';
import { administeringNeeds, administratorIn, administratorsIn } from '../administration/index.ts';
import type { KeptChange, OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { WaitingCounts } from './ports.ts';
import { act } from './world.ts';

/** How far ahead rights that end are counted, and after how many days without use somebody is. */
export const ENDING_DAYS = 30;
export const UNUSED_DAYS = 180;
/** As many of the last changes are shown. */
const LAST = 5;

export type HomeView = {
  readonly counts: WaitingCounts;
  readonly isOnlyOne: boolean;
  readonly last: readonly KeptChange[];
  readonly names: ReadonlyMap<PersonId, string>;
};

/** What there is to do in an organisation; `null` for whoever administers it no longer. */
export const viewHome = act(
  ['appointments', 'organisationHistory', 'organisationPages', ...administeringNeeds],
  async (
    { stores, now },
    { by, organisation }: { readonly by: ActingPerson; readonly organisation: OrganisationId },
  ): Promise<HomeView | null> => {
    const kept = await stores.administrations.aboutOrganisation(organisation, now);
    const asked = { organisation, units: kept.units, at: now };
    if (administratorIn(kept, by.person, asked) === null) return null;
    const counts = await stores.organisationPages.countWaiting(organisation, {
      at: now,
      endingBefore: later(now, ENDING_DAYS * DAY),
      unusedSince: later(now, -UNUSED_DAYS * DAY),
    });
    const last = await stores.organisationHistory.list({ organisations: [organisation] }, LAST);
    const people = last.flatMap(({ person, by: doer }) =>
      [person, doer.person].filter((each) => each !== null),
    );
    return {
      counts,
      last,
      isOnlyOne: administratorsIn(kept, asked).length === 1,
      names: await stores.appointments.namesOf([...new Set(people)]),
    };
  },
);
