import {
  type AdministrationId,
  type Administrations,
  type AdministrationsOf,
  type Administrator,
  type Appointment,
  administratorsIn,
} from '../administration/index.ts';
import type { OrganisationId } from '../organisation/index.ts';

/** An administration of this organisation itself, not of one that it is a unit of. */
export function appointmentOf(
  { appointments }: Pick<Administrations, 'appointments'>,
  organisation: OrganisationId,
  administration: AdministrationId,
): Appointment | undefined {
  return appointments.find((each) => each.id === administration && each.organisation === organisation);
}

/**
 * Whether somebody may end or hand over an administration: their own; any, as a legal representative; that of a local administrator or a
 * deputy, as the head administrator of the whole; and whatever rests on their own.
 */
export function mayChange(
  { appointments }: Pick<Administrations, 'appointments'>,
  one: Appointment,
  by: Administrator,
): boolean {
  if (by.basis === 'deputy') return false;
  if (one.person === by.person || by.basis === 'legal-representative') return true;
  const isWhole = by.basis === 'head-local-administrator' && by.scope.applications === 'all';
  if (isWhole && (one.kind === 'local-administrator' || one.isDeputy)) return true;
  return by.administration !== null && restsOn(appointments, one, by.administration);
}

function restsOn(
  appointments: readonly Appointment[],
  one: Appointment,
  ground: AdministrationId,
  passed: readonly AdministrationId[] = [],
): boolean {
  if (one.restsOn === null || passed.includes(one.id)) return false;
  if (one.restsOn === ground) return true;
  const next = appointments.find(({ id }) => id === one.restsOn);
  return next !== undefined && restsOn(appointments, next, ground, [...passed, one.id]);
}

/** Whether nobody would administer the organisation any more without these. */
export function wouldBeNobody(
  kept: AdministrationsOf,
  { organisation }: Administrator,
  ended: readonly AdministrationId[],
  at: Date,
): boolean {
  const left = { ...kept, appointments: kept.appointments.filter(({ id }) => !ended.includes(id)) };
  return administratorsIn(left, { organisation: organisation.id, units: kept.units, at }).length === 0;
}
