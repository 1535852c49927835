import type { JoinStore, StandingRow, StandingTable } from '../../domain/joining/index.ts';
import type { ChangeSubject, OrganisationId } from '../../domain/organisation/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';

type Row = {
  of_table: StandingTable;
  id: string | null;
  organisation: string;
  kind: string | null;
  began: string;
  until: string | null;
  relation: string | null;
  gives: string[];
  counts_from: Date;
  counts_until: Date | null;
};

// A right counts no longer than its work relation. Moments stand as text too, to the microsecond: they are keys.
const standing: Statement = {
  name: 'person_standing.of',
  readsOnly: true,
  text: `select 'work_relations' as of_table, w.id, w.organisation, null as kind, w.valid_from::text as began, w.valid_until::text as until,
      null::uuid as relation, array['works'] as gives, w.valid_from as counts_from, w.valid_until as counts_until
    from work_relations w where w.person = $1 and (w.valid_until is null or w.valid_until > $2)
    union all
    select 'user_rights', r.id, r.organisation, null, r.valid_from::text, r.valid_until::text, r.work_relation,
      case when r.contexts = '{}' then array[concat_ws(' ', r.application, r.user_right)]
        else (select array_agg(concat_ws(' ', r.application, r.user_right, context)) from unnest(r.contexts) context) end,
      greatest(r.valid_from, w.valid_from), least(r.valid_until, w.valid_until)
    from user_rights r join work_relations w on w.id = r.work_relation
    where w.person = $1 and (r.valid_until is null or r.valid_until > $2) and (w.valid_until is null or w.valid_until > $2)
    union all
    select 'legal_representations', null, l.organisation, null, l.valid_from::text, l.valid_until::text, null,
      array['represents'], l.valid_from, l.valid_until
    from legal_representations l where l.person = $1 and (l.valid_until is null or l.valid_until > $2)
    union all
    select 'administrations', null, a.organisation, a.kind, a.valid_from::text, a.valid_until::text, null,
      array['administers as ' || a.kind], a.valid_from, a.valid_until
    from administrations a where a.person = $1 and (a.valid_until is null or a.valid_until > $2)`,
};
/** Ends what a person has, and says so in the history of the organisation. */
function endingWith(subject: ChangeSubject, update: string): string {
  return `with ended as (${update})
    insert into organisation_changes (organisation, subject_kind, subject, person, kind, at, by_authority, after)
    select organisation, '${subject}', id::text, $1::uuid, 'ended', $2, 'import', jsonb_build_object('until', valid_until) from ended`;
}

const endRights: Statement = {
  name: 'person_standing.end_rights',
  text: endingWith(
    'right',
    `update user_rights r set valid_until = greatest($2::timestamptz, r.valid_from) from work_relations w
      where w.id = r.work_relation and w.person = $1 and (r.valid_until is null or r.valid_until > $2)
      returning r.id, r.organisation, r.valid_until`,
  ),
};
const endRelations: Statement = {
  name: 'person_standing.end_relations',
  text: endingWith(
    'relation',
    `update work_relations set valid_until = greatest($2::timestamptz, valid_from)
      where person = $1 and (valid_until is null or valid_until > $2) returning id, organisation, valid_until`,
  ),
};
const endRepresentations: Statement = {
  name: 'person_standing.end_representations',
  text: endingWith(
    'representation',
    `update legal_representations set valid_until = greatest($2::timestamptz, valid_from)
      where person = $1 and (valid_until is null or valid_until > $2) returning id, organisation, valid_until`,
  ),
};
const endAdministrations: Statement = {
  name: 'person_standing.end_administrations',
  text: endingWith(
    'administration',
    `update administrations set valid_until = greatest($2::timestamptz, valid_from)
      where person = $1 and (valid_until is null or valid_until > $2) returning id, organisation, valid_until`,
  ),
};
const endLinks: Statement = {
  name: 'person_standing.end_links',
  text: 'update eidas_links set ended_at = $2, ended_reason = $3 where person = $1 and ended_at is null',
};

// Nobody waits for an answer any more.
const endRequests: Statement = {
  name: 'person_standing.end_requests',
  text: `update access_requests set state = 'expired', ended_at = $2, duty_at = null, version = version + 1
    where (person = $1 or asked_by = $1) and ended_at is null`,
};

/** What ties a person to organisations, as rows; and its end. */
export function standingIn({ queries }: StoreContext): Pick<JoinStore, 'standingOf' | 'endStanding'> {
  const standingOf: JoinStore['standingOf'] = async (person, at) =>
    (await queries.all<Row>(standing, [person, at])).map(readStanding);
  return {
    standingOf,
    async endStanding(person, at, reason) {
      const organisations = [
        ...new Set((await standingOf(person, at)).map(({ organisation }) => organisation)),
      ];
      let rows = 0;
      for (const each of [endRights, endRelations, endRepresentations, endAdministrations])
        rows += await queries.change(each, [person, at]);
      await queries.changeUnheard(endRequests, [person, at]);
      return { organisations, rows, links: await queries.change(endLinks, [person, at, reason]) };
    },
  };
}

function readStanding(row: Row): StandingRow {
  return {
    table: row.of_table,
    id: row.id,
    organisation: row.organisation as OrganisationId,
    kind: row.kind,
    began: row.began,
    until: row.until,
    relation: row.relation,
    gives: row.gives,
    validity: { from: row.counts_from, until: row.counts_until },
  };
}
