import type { Appointment } from '../../domain/administration/index.ts';
import type { AppointmentStore } from '../../domain/appointment/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { lockKeys } from '../ground/lock-keys.ts';
import { hashId } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';
import { type AppointmentRow, DEEPEST, readAppointment } from './administrations.ts';
import { type OrganisationRow, readOrganisation } from './organisations.ts';

const add: Statement = {
  name: 'appointments.add',
  text: `insert into administrations (id, organisation, person, kind, is_deputy, may_delegate, units, applications,
      valid_from, valid_until, delegated_by, appointed_by, appointed_as)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
};
const restingOn: Statement = {
  name: 'appointments.resting_on',
  readsOnly: true,
  text: `with recursive resting as (
      select id, 0 as steps from administrations where delegated_by = $1
      union
      select each.id, resting.steps + 1 from resting join administrations each on each.delegated_by = resting.id
      where resting.steps < ${DEEPEST}
    )
    select * from administrations each where each.id in (select id from resting) and each.id <> $1
      and (each.valid_until is null or each.valid_until > $2) order by each.valid_from, each.id`,
};
const end: Statement = {
  name: 'appointments.end',
  text: `update administrations set valid_until = greatest($2::timestamptz, valid_from)
    where id = any($1::uuid[]) and (valid_until is null or valid_until > $2)`,
};
const moveTo: Statement = {
  name: 'appointments.move_to',
  text: 'update administrations set delegated_by = $2 where delegated_by = $1 and (valid_until is null or valid_until > $3)',
};
const unitsOf: Statement = {
  name: 'appointments.units',
  readsOnly: true,
  text: 'select * from organisations where id = any($1::uuid[]) order by name, id',
};
const namesOf: Statement = {
  name: 'appointments.names',
  readsOnly: true,
  text: "select id, trim(concat_ws(' ', given_names, family_name)) as name from persons where id = any($1::uuid[])",
};

/** How administrations come and go. */
export function appointmentsIn({ queries, clock }: StoreContext): AppointmentStore {
  return {
    hold: (organisation) => lockKeys(queries, [hashId('administrations', organisation)]),
    add: (appointment) => queries.changeSurely(add, valuesOf(appointment)),
    restingOn: async (id, at) =>
      (await queries.all<AppointmentRow>(restingOn, [id, at])).map(readAppointment),
    end: (ids, at) => queries.changeUnheard(end, [ids, at]),
    moveTo: (from, to) => queries.changeUnheard(moveTo, [from, to, clock()]),
    unitsOf: async (ids) => (await queries.all<OrganisationRow>(unitsOf, [ids])).map(readOrganisation),
    async namesOf(persons) {
      const rows = await queries.all<{ id: string; name: string }>(namesOf, [persons]);
      return new Map(rows.map(({ id, name }) => [id as PersonId, name]));
    },
  };
}

function valuesOf(appointment: Appointment): readonly unknown[] {
  const { id, organisation, person, kind, isDeputy, mayAppoint, scope, validity } = appointment;
  const { restsOn, appointedBy, appointedAs } = appointment;
  return [
    ...[id, organisation, person, kind, isDeputy, mayAppoint],
    ...[listed(scope.units), listed(scope.applications)],
    ...[validity.from, validity.until, restsOn, appointedBy, appointedAs],
  ];
}

function listed<Id>(ids: 'all' | readonly Id[]): readonly Id[] | null {
  return ids === 'all' ? null : ids;
}
