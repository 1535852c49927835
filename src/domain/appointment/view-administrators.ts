import { DAY, later } from '../../base/time.ts';
import {
  type AdministrationId,
  type Administrator,
  type Appointment,
  administeringNeeds,
  administratorIn,
  administratorsIn,
} from '../administration/index.ts';
import type { Organisation } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { mayAppointTo } from './check-appointing.ts';
import { appointmentOf, mayChange } from './may-change.ts';
import { act, type ByAdministrator } from './world.ts';

/** An administration as whoever administers the organisation sees it. */
export type ListedAdministrator = {
  readonly person: PersonId;
  readonly name: string;
  readonly isOneself: boolean;
  /** What it comes to now; `null` while it is yet to begin. */
  readonly now: Administrator | null;
  /** `null` for a legal representative, and for whoever administers an organisation that this is a unit of. */
  readonly appointment: Appointment | null;
  /** Who appointed them, where it was a person. */
  readonly appointedBy: string | null;
  readonly mayEnd: boolean;
  readonly mayHandOver: boolean;
  readonly mayTakeOver: boolean;
};

export type AdministratorsView = {
  readonly administrators: readonly ListedAdministrator[];
  readonly mayAppoint: boolean;
  readonly mayAppointHead: boolean;
  readonly mayHaveDeputy: boolean;
  /** Nobody besides the reader, and no deputy that is there for a month: they should have somebody. */
  readonly isOnlyOne: boolean;
  /** The units that the scope of somebody may name. */
  readonly units: readonly Organisation[];
};

/** Who administers an organisation, how far, and who appointed whom; `null` for whoever administers it no longer. */
export const viewAdministrators = act(
  ['appointments', ...administeringNeeds],
  async ({ stores, now }, { by, organisation }: ByAdministrator): Promise<AdministratorsView | null> => {
    const kept = await stores.administrations.aboutOrganisation(organisation, now);
    const asked = { organisation, units: kept.units, at: now };
    const own = administratorIn(kept, by.person, asked);
    if (own === null) return null;
    const current = administratorsIn(kept, asked);
    const coming = kept.appointments.filter(
      (each) => each.organisation === organisation && each.validity.from > now,
    );
    const people = new Set([
      ...current.map(({ person }) => person),
      ...kept.appointments.flatMap(({ person, appointedBy }) => [
        person,
        ...(appointedBy ? [appointedBy] : []),
      ]),
    ]);
    const names = await stores.appointments.namesOf([...people]);
    const list = (person: PersonId, standing: Administrator | null, id: AdministrationId | null) => {
      const appointment = (id && appointmentOf(kept, organisation, id)) ?? null;
      const may = appointment !== null && mayChange(kept, appointment, own);
      const isOneself = person === own.person;
      return {
        ...{ person, name: names.get(person) ?? '', isOneself, now: standing, appointment },
        appointedBy: appointment?.appointedBy ? (names.get(appointment.appointedBy) ?? null) : null,
        mayEnd: may,
        mayHandOver: may && !appointment.isDeputy,
        mayTakeOver: may && !isOneself && !appointment.isDeputy && own.basis === 'legal-representative',
      };
    };
    const others = current.filter((each) => each.person !== own.person && isThere(each, now));
    return {
      administrators: [
        ...current.map((each) => list(each.person, each, each.administration)),
        ...coming.map((each) => list(each.person, null, each.id)),
      ],
      mayAppoint: own.mayAppoint,
      mayAppointHead: mayAppointTo('head-local-administrator', own),
      mayHaveDeputy: own.basis !== 'deputy',
      isOnlyOne: others.length === 0,
      units: await stores.appointments.unitsOf(kept.units),
    };
  },
);

/** Whether somebody will still be there in a month. */
function isThere({ until }: Administrator, now: Date): boolean {
  return until === null || until > later(now, 30 * DAY);
}
