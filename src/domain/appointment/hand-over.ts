import type { ActingWithReason } from '../acting/index.ts';
import type {
  AdministrationId,
  AdministrationsOf,
  Administrator,
  Appointment,
} from '../administration/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { tracingNeeds, type WorkRelationId } from '../work-relation/index.ts';
import { endedAt } from './end-administration.ts';
import { appointmentOf, mayChange } from './may-change.ts';
import { administratorMailNeeds, tellAdministrators, tellPerson, traceAppointments } from './tell.ts';
import { type AppointmentContext, act, holdFor, holdingNeeds } from './world.ts';

export type HandOver = {
  readonly by: ActingWithReason;
  readonly organisation: OrganisationId;
  readonly administration: AdministrationId;
  /** To whom: somebody who works there, or the legal representative who acts, who takes it over. */
  readonly to: WorkRelationId | 'oneself';
};

export type HandedOver =
  | { readonly kind: 'handed-over'; readonly administration: AdministrationId; readonly isOneself: boolean }
  /** `same`: it is theirs. `already`: they have one of the same kind. */
  | { readonly kind: 'not-allowed' | 'gone' | 'unknown-colleague' | 'same' | 'already' };

const handingNeeds = ['people', ...holdingNeeds, ...tracingNeeds, ...administratorMailNeeds] as const;

/**
 * Hands an administration over in one step: somebody else has what it was, what rested on it rests on theirs, and it ends. Nobody gets more by
 * it than the other had.
 */
export const handOver = act(
  handingNeeds,
  async (context, { by, organisation, administration, to }: HandOver): Promise<HandedOver> => {
    const held = await holdFor(context, { by, organisation });
    if (held === null) return { kind: 'not-allowed' };
    const { kept, own } = held;
    const one = appointmentOf(kept, organisation, administration);
    if (one === undefined) return { kind: 'gone' };
    const isTakenOver = to === 'oneself';
    if (!mayChange(kept, one, own) || one.isDeputy || (isTakenOver && own.basis !== 'legal-representative'))
      return { kind: 'not-allowed' };
    const person = isTakenOver ? own.person : await personOf(context, organisation, to);
    if (person === null) return { kind: 'unknown-colleague' };
    if (person === one.person) return { kind: 'same' };
    const has = (each: Appointment) =>
      each.person === person &&
      each.organisation === one.organisation &&
      each.kind === one.kind &&
      !each.isDeputy;
    if (kept.appointments.some(has)) return { kind: 'already' };
    const next = await carryOut(context, { by, own, kept, one, person });
    return { kind: 'handed-over', administration: next.id, isOneself: one.person === own.person };
  },
);

async function carryOut(
  context: AppointmentContext<typeof handingNeeds>,
  {
    by,
    own,
    kept,
    one,
    person,
  }: {
    readonly by: ActingWithReason;
    readonly own: Administrator;
    readonly kept: AdministrationsOf;
    readonly one: Appointment;
    readonly person: PersonId;
  },
): Promise<Appointment> {
  const { stores, now, world } = context;
  const next: Appointment = {
    ...one,
    id: world.randomness.uuid() as AdministrationId,
    person,
    validity: { from: one.validity.from > now ? one.validity.from : now, until: one.validity.until },
    appointedBy: own.person,
    appointedAs: own.basis,
  };
  const resting = (await stores.appointments.restingOn(one.id, now)).filter(
    ({ restsOn }) => restsOn === one.id,
  );
  await stores.appointments.end([one.id], now);
  await stores.appointments.add(next);
  await stores.appointments.moveTo(one.id, next.id);
  const { basis: as, organisation } = own;
  const event = 'administration.handed-over';
  await traceAppointments(context, by, { appointments: [endedAt(one, now)], kind: 'ended', event, as });
  const reference = await traceAppointments(context, by, {
    appointments: [next],
    kind: 'appointed',
    event,
    as,
  });
  for (const each of resting)
    await traceAppointments(context, by, {
      appointments: [{ ...each, restsOn: next.id }],
      kind: 'moved',
      event,
      as,
    });
  const telling = { organisation, by: by.name, reference };
  await tellPerson(context, one.person, { ...telling, template: 'administrator-ended' });
  if (person !== own.person)
    await tellPerson(context, person, { ...telling, template: 'administrator-appointed' });
  await tellAdministrators(context, kept, { ...telling, except: [own.person, one.person, person] });
  return next;
}

async function personOf(
  { stores, now }: AppointmentContext<['people']>,
  organisation: OrganisationId,
  relation: WorkRelationId,
): Promise<PersonId | null> {
  const found = await stores.people.find(organisation, relation);
  if (found === null || (found.validity.until !== null && found.validity.until <= now)) return null;
  return found.person;
}
