import type { ActingWithReason } from '../acting/index.ts';
import {
  type AdministrationId,
  type AdministrationsOf,
  type Administrator,
  type AppointedAs,
  type Appointment,
  administratorIn,
} from '../administration/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { tracingNeeds, type WorkRelationId } from '../work-relation/index.ts';
import { type AppointingFault, checkAppointing, type WishedAdministration } from './check-appointing.ts';
import { administratorMailNeeds, tellAdministrators, tellPerson, traceAppointments } from './tell.ts';
import { type AppointmentContext, act, holdFor, holdingNeeds } from './world.ts';

/** How many administrations may rest one on another. */
const LONGEST_CHAIN = 10;

export type Appoint = {
  readonly by: ActingWithReason;
  readonly organisation: OrganisationId;
  /** Who: somebody who works there. */
  readonly colleague: WorkRelationId;
  readonly wished: WishedAdministration;
};

export type Appointed =
  | { readonly kind: 'appointed'; readonly administration: AdministrationId; readonly person: PersonId }
  | { readonly kind: 'wrong'; readonly faults: readonly AppointingFault[] }
  /** `oneself`: nobody appoints themselves. `already`: they are one, by this or by something stronger. `too-deep`: too many rest on each other. */
  | { readonly kind: 'not-allowed' | 'unknown-colleague' | 'oneself' | 'already' | 'too-deep' };

export const appointingNeeds = [...holdingNeeds, ...tracingNeeds, ...administratorMailNeeds] as const;

/** Appoints a colleague as an administrator, or as a deputy for a period. They are told, and so are those who administer the whole. */
export const appoint = act(
  ['people', ...appointingNeeds],
  async (context, { by, organisation, colleague, wished }: Appoint): Promise<Appointed> => {
    const held = await holdFor(context, { by, organisation });
    if (held === null) return { kind: 'not-allowed' };
    const relation = await context.stores.people.find(organisation, colleague);
    const isOver =
      relation === null || (relation.validity.until !== null && relation.validity.until <= context.now);
    if (isOver) return { kind: 'unknown-colleague' };
    return appointPerson(context, { by, ...held, person: relation.person, wished });
  },
);

/** Appoints a person, as far as whoever appoints has it at this moment: also for what waited with an invitation. */
export async function appointPerson(
  context: AppointmentContext<typeof appointingNeeds>,
  asked: {
    readonly by: ActingWithReason;
    readonly kept: AdministrationsOf;
    readonly own: Administrator;
    readonly as: AppointedAs;
    readonly person: PersonId;
    readonly wished: WishedAdministration;
  },
): Promise<Appointed> {
  const { by, kept, own, as, person, wished } = asked;
  const { now, stores, world } = context;
  if (!own.mayAppoint && !wished.isDeputy) return { kind: 'not-allowed' };
  if (person === own.person) return { kind: 'oneself' };
  const checked = checkAppointing(wished, own, now);
  if (checked.kind === 'wrong') return checked;
  const { organisation } = own;
  if (isAlready(kept, own, person, wished, now)) return { kind: 'already' };
  if (chainOf(kept, own.administration).length >= LONGEST_CHAIN) return { kind: 'too-deep' };
  const appointment: Appointment = {
    ...checked.checked,
    id: world.randomness.uuid() as AdministrationId,
    organisation: organisation.id,
    person,
    restsOn: own.administration,
    appointedBy: own.person,
    appointedAs: as,
  };
  await stores.appointments.add(appointment);
  const reference = await traceAppointments(context, by, {
    appointments: [appointment],
    kind: 'appointed',
    event: 'administration.appointed',
    as,
  });
  const telling = { organisation, by: by.name, reference };
  await tellPerson(context, person, { ...telling, template: 'administrator-appointed' });
  await tellAdministrators(context, kept, { ...telling, except: [person, own.person] });
  return { kind: 'appointed', administration: appointment.id, person };
}

/** Whether somebody is what they are to become: a second time the same, or the law already makes them more. */
function isAlready(
  kept: AdministrationsOf,
  { organisation }: Administrator,
  person: PersonId,
  { kind, isDeputy }: WishedAdministration,
  now: Date,
): boolean {
  const found = administratorIn(kept, person, { organisation: organisation.id, units: kept.units, at: now });
  if (found?.basis === 'legal-representative' || (isDeputy && found?.basis === 'head-local-administrator'))
    return true;
  return kept.appointments.some(
    (each) =>
      each.person === person &&
      each.organisation === organisation.id &&
      each.isDeputy === isDeputy &&
      (isDeputy || each.kind === kind),
  );
}

function chainOf(
  { appointments }: Pick<AdministrationsOf, 'appointments'>,
  id: AdministrationId | null,
): readonly AdministrationId[] {
  const chain: AdministrationId[] = [];
  for (let next = id; next !== null && !chain.includes(next); ) {
    chain.push(next);
    const found = appointments.find((each) => each.id === next);
    next = found?.restsOn ?? null;
  }
  return chain;
}
