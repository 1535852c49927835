import type {
  AdministrationId,
  AdministrationStore,
  Administrations,
  AppointedAs,
  Appointment,
} from '../../domain/administration/index.ts';
import type { ApplicationId } from '../../domain/application/index.ts';
import type { OrganisationId } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { type OrganisationRow, readOrganisation, readValidity } from './organisations.ts';
import { type RepresentationRow, readRepresentation } from './rights.ts';

/** Deeper than any organisation or chain of appointments may be; what is deeper than it counts for nothing. */
export const DEEPEST = 20;

/** Whether a row's period covers a moment. */
const live = (row: string, at: string) =>
  `${row}.valid_from <= ${at} and (${row}.valid_until is null or ${row}.valid_until > ${at})`;

/** The organisations that those of `begins` are units of, themselves too. */
const LINE = `line as (
      select id, parent, 0 as steps from organisations where id in (select id from begins)
      union
      select o.id, o.parent, line.steps + 1 from line join organisations o on o.id = line.parent where line.steps < ${DEEPEST}
    )`;
/** The administrations of `own`, and all that they rest on. */
const CHAIN = `chain as (
      select id, organisation, units, delegated_by, appointed_by, is_deputy, 0 as steps from own
      union
      select each.id, each.organisation, each.units, each.delegated_by, each.appointed_by, each.is_deputy, chain.steps + 1
      from chain join administrations each on each.id = chain.delegated_by where chain.steps < ${DEEPEST}
    )`;
const APPOINTMENTS = `(select coalesce(json_agg(each order by each.valid_from, each.id), '[]')
        from administrations each where each.id in (select id from chain)) as appointments`;
const ORGANISATIONS = `(select coalesce(json_agg(each), '[]')
        from organisations each where each.id in (select id from line)) as organisations`;
/** Who represents by law: the one who is asked about, and whoever has a deputy in the chain. */
const representations = (whose: string, at: string) => `(select coalesce(json_agg(each), '[]')
        from legal_representations each where each.organisation in (select id from line) and ${live('each', at)}
          and (${whose} or each.person in (select appointed_by from chain where is_deputy))) as representations`;

/** All that lets somebody (`whose` rows are theirs) administer organisation `$1` at `$2`: one statement. */
const about = (whose: string) => `with recursive begins as (select $1::uuid as id), ${LINE}, beneath as (
      select id, 0 as steps from organisations where id = $1
      union
      select o.id, beneath.steps + 1 from beneath join organisations o on o.parent = beneath.id
      where beneath.steps < ${DEEPEST} and ${live('o', '$2')}
    ), own as (
      select * from administrations each
      where ${whose} and each.organisation in (select id from line) and (each.valid_until is null or each.valid_until > $2)
    ), ${CHAIN}
    select ${ORGANISATIONS}, ${APPOINTMENTS}, ${representations(whose, '$2')},
      (select coalesce(json_agg(distinct id), '[]') from beneath) as units`;

const aboutPerson: Statement = {
  name: 'administrations.about_person',
  readsOnly: true,
  text: about('each.person = $3'),
};
const aboutOrganisation: Statement = {
  name: 'administrations.about_organisation',
  readsOnly: true,
  text: about('true'),
};
const ofPerson: Statement = {
  name: 'administrations.of_person',
  readsOnly: true,
  text: `with recursive own as (
      select * from administrations each where each.person = $1 and ${live('each', '$2')}
    ), ${CHAIN}, begins as (
      select organisation as id from legal_representations each where each.person = $1 and ${live('each', '$2')}
      union select organisation from chain
      union select unnest(units) from chain
    ), ${LINE}
    select ${ORGANISATIONS}, ${APPOINTMENTS}, ${representations('each.person = $1', '$2')}`,
};

/** A row of administrations, as it is or out of JSON. */
export type AppointmentRow = {
  id: string;
  organisation: string;
  person: string;
  kind: Appointment['kind'];
  valid_from: Date | string;
  valid_until: Date | string | null;
  delegated_by: string | null;
  is_deputy: boolean;
  may_delegate: boolean;
  units: readonly string[] | null;
  applications: readonly string[] | null;
  appointed_by: string | null;
  appointed_as: string;
};
type Row = {
  organisations: OrganisationRow[];
  appointments: AppointmentRow[];
  representations: RepresentationRow[];
};

/** Who may administer organisations, with everything that it rests on. */
export function administrationsIn({ queries }: StoreContext): AdministrationStore {
  const surely = <Found>(row: Found | null): Found => {
    if (row === null) throw new Error('a query without a table must give a row');
    return row;
  };
  const read = async (statement: Statement, values: readonly unknown[]) => {
    const row = surely(await queries.first<Row & { units: OrganisationId[] }>(statement, values));
    return { ...readAdministrations(row), units: row.units };
  };
  return {
    aboutPerson: (person, organisation, at) => read(aboutPerson, [organisation, at, person]),
    aboutOrganisation: (organisation, at) => read(aboutOrganisation, [organisation, at]),
    ofPerson: async (person, at) =>
      readAdministrations(surely(await queries.first<Row>(ofPerson, [person, at]))),
  };
}

function readAdministrations(row: Row): Administrations {
  return {
    organisations: row.organisations.map(readOrganisation),
    appointments: row.appointments.map(readAppointment),
    representations: row.representations.map(readRepresentation),
  };
}

/** Reads an administration as it was appointed. */
export function readAppointment(row: AppointmentRow): Appointment {
  return {
    id: row.id as AdministrationId,
    organisation: row.organisation as OrganisationId,
    person: row.person as PersonId,
    kind: row.kind,
    isDeputy: row.is_deputy,
    mayAppoint: row.may_delegate,
    scope: {
      units: (row.units ?? 'all') as 'all' | OrganisationId[],
      applications: (row.applications ?? 'all') as 'all' | ApplicationId[],
    },
    validity: readValidity(row),
    restsOn: row.delegated_by as AdministrationId | null,
    appointedBy: row.appointed_by as PersonId | null,
    appointedAs: row.appointed_as as AppointedAs,
  };
}
