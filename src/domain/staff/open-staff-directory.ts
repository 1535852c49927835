import type { UnitOfWork } from '../../base/unit-of-work.ts';
import type { ApplicationStore } from '../application/index.ts';
import { capacitiesOf } from '../capacity/index.ts';
import type { PersonStore } from '../person/index.ts';
import type { UserRightStore } from '../rights/index.ts';
import { caseworkApplicationId } from './casework-application.ts';
import type { StaffDirectory } from './ports.ts';
import { staffRightsFrom } from './rights.ts';

export type StaffDirectoryStores = {
  readonly applications: Pick<ApplicationStore, 'find'>;
  readonly persons: Pick<PersonStore, 'find'>;
  readonly rights: Pick<UserRightStore, 'tiesOf'>;
  readonly staff: Pick<StaffDirectory, 'colleaguesOf'>;
};

/** Who may do what, read anew each time: a right that ended a second ago does not count. */
export function openStaffDirectory(inTransaction: UnitOfWork<StaffDirectoryStores>): StaffDirectory {
  return {
    find: ({ person, organisation, authenticatedAt, loggedInBy }, at) =>
      inTransaction(['applications', 'persons', 'rights'], async (stores) => {
        const [application, known, ties] = await Promise.all([
          stores.applications.find(caseworkApplicationId),
          stores.persons.find(person),
          stores.rights.tiesOf(person, caseworkApplicationId),
        ]);
        if (!application || !known) return null;
        for (const capacity of capacitiesOf({ person, ties, application, at }).usable) {
          if (capacity.kind !== 'organisation' || capacity.organisation.id !== organisation) continue;
          const rights = staffRightsFrom(capacity.rights);
          const name = `${known.givenNames} ${known.familyName}`.trim();
          const organisationName = capacity.organisation.name;
          return rights.length > 0
            ? {
                ...{ person, name, organisation, organisationName, rights, authenticatedAt },
                ...(loggedInBy && { loggedInBy }),
              }
            : null;
        }
        return null;
      }),
    colleaguesOf: (organisation, at) =>
      inTransaction(['staff'], (stores) => stores.staff.colleaguesOf(organisation, at)),
  };
}
