import type { CalendarDate } from '../../base/time.ts';
import type { ApplicationId } from '../application/index.ts';
import type { Organisation } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { PersonTies } from '../rights/index.ts';

export type AccessOverviewStore = {
  /** What ties each of these people to one organisation, in every application, and when they acted last for it; in one statement. */
  tiesIn(
    organisation: Organisation,
    people: readonly PersonId[],
  ): Promise<
    ReadonlyMap<
      PersonId,
      { readonly ties: PersonTies; readonly usedOn: ReadonlyMap<ApplicationId, CalendarDate> }
    >
  >;
  /** What ties a person to organisations, in every application. */
  allTiesOf(person: PersonId): Promise<PersonTies>;
};
