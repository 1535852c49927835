import type { ActingWithReason } from '../acting/index.ts';
import type { AdministrationId, Appointment } from '../administration/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import { tracingNeeds } from '../work-relation/index.ts';
import { appointmentOf, mayChange, wouldBeNobody } from './may-change.ts';
import { administratorMailNeeds, tellAdministrators, tellPerson, traceAppointments } from './tell.ts';
import { act, holdFor, holdingNeeds } from './world.ts';

export type EndAdministration = {
  readonly by: ActingWithReason;
  readonly organisation: OrganisationId;
  readonly administration: AdministrationId;
};

export type EndedAdministration =
  | { readonly kind: 'ended'; readonly isOneself: boolean; readonly count: number }
  /** `gone`: it has ended meanwhile. `last-one`: nobody would be left; a successor comes first. */
  | { readonly kind: 'not-allowed' | 'gone' | 'last-one' };

/** Ends an administration, and with it what rests on it. Each whose it was is told, and so are those who administer the whole. */
export const endAdministration = act(
  [...holdingNeeds, ...tracingNeeds, ...administratorMailNeeds],
  async (context, { by, organisation, administration }: EndAdministration): Promise<EndedAdministration> => {
    const held = await holdFor(context, { by, organisation });
    if (held === null) return { kind: 'not-allowed' };
    const { kept, own, as } = held;
    const { stores, now } = context;
    const one = appointmentOf(kept, organisation, administration);
    if (one === undefined) return { kind: 'gone' };
    if (!mayChange(kept, one, own)) return { kind: 'not-allowed' };
    const ended = [one, ...(await stores.appointments.restingOn(one.id, now))];
    const ids = ended.map(({ id }) => id);
    // A platform administrator appoints the next one: whoever must go at once does not wait for a successor.
    if (as !== 'platform' && wouldBeNobody(kept, own, ids, now)) return { kind: 'last-one' };
    await stores.appointments.end(ids, now);
    const people = Map.groupBy(
      ended.map((each) => endedAt(each, now)),
      ({ person }) => person,
    );
    for (const [person, appointments] of people) {
      const reference = await traceAppointments(context, by, {
        appointments,
        kind: 'ended',
        event: 'administration.ended',
        as,
      });
      await tellPerson(context, person, {
        template: 'administrator-ended',
        organisation: own.organisation,
        by: by.name,
        reference,
      });
      if (person === one.person)
        await tellAdministrators(context, kept, {
          organisation: own.organisation,
          by: by.name,
          reference,
          except: [own.person, ...people.keys()],
        });
    }
    return { kind: 'ended', isOneself: one.person === own.person, count: ended.length };
  },
);

/** As it stands once it has ended: what was yet to come was never. */
export function endedAt(one: Appointment, at: Date): Appointment {
  const { from } = one.validity;
  return { ...one, validity: { from, until: from > at ? from : at } };
}
