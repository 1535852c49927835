import { holds } from '../../base/time.ts';
import type { Organisation, OrganisationId } from '../organisation/index.ts';
import type { Administrations, Appointment, Scope } from './model.ts';

/** What an appointment comes to in one organisation at one moment. */
export type Reach = Pick<Appointment, 'kind' | 'isDeputy' | 'mayAppoint'> &
  Pick<Scope, 'applications'> & { readonly until: Date | null };

/** An organisation and those that it is a unit of, itself first; empty where it is not there at this moment. */
export function lineOf(
  { organisations }: Pick<Administrations, 'organisations'>,
  id: OrganisationId,
  at: Date,
): readonly Organisation[] {
  const line: Organisation[] = [];
  let next: OrganisationId | null = id;
  while (next !== null && !line.some((each) => each.id === next)) {
    const found = organisations.find((each) => each.id === next);
    if (!found || !holds(found.validity, at)) break;
    line.push(found);
    next = found.parent;
  }
  return line;
}

/**
 * What an appointment comes to in the first organisation of a line: nothing outside its period and its units, and never more than what it rests on
 * comes to there at that moment. A ring of appointments that rest on each other rests on nothing.
 */
export function reachOf(
  administrations: Administrations,
  appointment: Appointment,
  line: readonly Organisation[],
  at: Date,
  passed: ReadonlySet<string> = new Set(),
): Reach | null {
  if (passed.has(appointment.id) || !holds(appointment.validity, at) || !isIn(appointment, line)) return null;
  const { kind, isDeputy, mayAppoint, scope, validity, restsOn } = appointment;
  const own = { kind, isDeputy, mayAppoint, applications: scope.applications, until: validity.until };
  if (restsOn === null) return isDeputy ? standingIn(administrations, appointment, own, at) : own;
  const ground = administrations.appointments.find(({ id }) => id === restsOn);
  const its = ground && reachOf(administrations, ground, line, at, new Set([...passed, appointment.id]));
  return its ? meet(own, its) : null;
}

/** Whether it was made for an organisation of this line, and for one of its units where it names some. */
function isIn({ organisation, scope }: Appointment, line: readonly Organisation[]): boolean {
  if (!line.some(({ id }) => id === organisation)) return false;
  return scope.units === 'all' || line.some(({ id }) => scope.units.includes(id));
}

/** A deputy of a legal representative is nothing without them; one who rests on something else was not appointed by a person. */
function standingIn(
  { representations }: Administrations,
  { appointedAs, appointedBy, organisation }: Appointment,
  own: Reach,
  at: Date,
): Reach | null {
  if (appointedAs !== 'legal-representative') return own;
  const theirs = representations.find(
    (each) => each.person === appointedBy && each.organisation === organisation && holds(each.validity, at),
  );
  return theirs ? { ...own, until: earlier(own.until, theirs.validity.until) } : null;
}

function meet(one: Reach, other: Reach): Reach {
  return {
    kind: one.kind === other.kind ? one.kind : 'local-administrator',
    isDeputy: one.isDeputy,
    mayAppoint: one.mayAppoint && other.mayAppoint,
    applications: inBoth(one.applications, other.applications),
    until: earlier(one.until, other.until),
  };
}

/** What stands in both of two lists; `all` is everything. */
export function inBoth<Id>(one: 'all' | readonly Id[], other: 'all' | readonly Id[]): 'all' | readonly Id[] {
  if (one === 'all') return other;
  return other === 'all' ? one : one.filter((each) => other.includes(each));
}

/** The earlier of two ends; `null` is none. */
export function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
