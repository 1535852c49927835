import { ZONE } from '../../base/calendar.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { OrganisationId } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { EndingRight, EndingRights } from '../../domain/user-rights/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { type RightRow, readRight } from './rights.ts';

type EndingRow = RightRow & {
  person: string;
  given_names: string;
  family_name: string;
  organisation_name: string;
};

/** Organisations that are looked at in one go. */
const AT_ONCE = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What ends of itself: a right of somebody who works on, in an organisation that goes on, and that no longer one of the same kind covers. */
const ENDING = `from user_rights r
    join work_relations w on w.id = r.work_relation
    join organisations o on o.id = r.organisation
    join persons p on p.id = w.person`;
const GOES_ON = `(w.valid_until is null or w.valid_until >= r.valid_until)
      and (o.valid_until is null or o.valid_until >= r.valid_until)
      and not exists (select from user_rights other
        where other.work_relation = r.work_relation and other.application = r.application and other.user_right = r.user_right
          and other.contexts @> r.contexts and (other.valid_until is null or other.valid_until > r.valid_until))`;
const OF_FILTER = `r.organisation = any($1::uuid[]) and ($2::text[] is null or r.application = any($2))
      and r.valid_until > $3 and r.valid_until <= $4 and r.valid_from < r.valid_until`;
const COLUMNS = 'r.*, w.person, p.given_names, p.family_name, o.name as organisation_name';

const list: Statement = {
  name: 'ending_rights.list',
  readsOnly: true,
  text: `select ${COLUMNS} ${ENDING}
    where ${OF_FILTER} and ${GOES_ON}
      and ($5::uuid is null or (r.valid_until, r.id) > (select valid_until, id from user_rights where id = $5))
    order by r.valid_until, r.id limit $6`,
};
const countByMonth: Statement = {
  name: 'ending_rights.count_by_month',
  readsOnly: true,
  text: `select to_char(date_trunc('month', (r.valid_until - interval '1 second') at time zone '${ZONE}'), 'YYYY-MM-DD') as month,
      count(*)::int as count ${ENDING}
    where ${OF_FILTER} and ${GOES_ON}
    group by 1 order by 1`,
};
/** Whoever was given a right for less than this distance knows its end. */
const UNTOLD = `r.valid_until > $2 and r.valid_until <= $3 and r.valid_from <= r.valid_until - make_interval(days => $1)
      and not exists (select from right_reminders told
        where told.user_right = r.id and told.days = $1 and told.ends_at = r.valid_until)`;
const organisationsToRemind: Statement = {
  name: 'ending_rights.organisations_to_remind',
  readsOnly: true,
  text: `select distinct r.organisation ${ENDING} where ${UNTOLD} and ${GOES_ON} and r.organisation > $4
    order by r.organisation limit ${AT_ONCE}`,
};
// The reminders are inserted by whoever comes first: a second one waits, and takes nothing.
const takeToRemind: Statement = {
  name: 'ending_rights.take_to_remind',
  text: `with due as (
      select r.id, r.valid_until ${ENDING} where r.organisation = $4 and ${UNTOLD} and ${GOES_ON}
    ), told as (
      insert into right_reminders (user_right, days, ends_at, at) select id, $1, valid_until, $5 from due
      on conflict do nothing returning user_right
    )
    select ${COLUMNS} ${ENDING} where r.id in (select user_right from told) order by r.valid_until, r.id`,
};

/** Rights that end, of whole organisations. */
export function endingRightsIn({ queries, clock }: StoreContext): EndingRights {
  const filtered = ({
    organisations,
    applications,
    from,
    until,
  }: Parameters<EndingRights['countByMonth']>[0]) => [
    organisations,
    applications === 'all' ? null : applications,
    from,
    until,
  ];
  return {
    async list({ after, ...filter }, most) {
      return (await queries.all<EndingRow>(list, [...filtered(filter), after, most])).map(readEnding);
    },
    countByMonth: (filter) =>
      queries.all<{ month: CalendarDate; count: number }>(countByMonth, filtered(filter)),
    async organisationsToRemind(days, { from, until }, after) {
      const asked = [days, from, until, after ?? FIRST];
      const rows = await queries.all<{ organisation: string }>(organisationsToRemind, asked);
      return rows.map(({ organisation }) => organisation as OrganisationId);
    },
    async takeToRemind(organisation, days, { from, until }) {
      const asked = [days, from, until, organisation, clock()];
      return (await queries.all<EndingRow>(takeToRemind, asked)).map(readEnding);
    },
  };
}

function readEnding(row: EndingRow): EndingRight {
  return {
    ...readRight(row),
    person: row.person as PersonId,
    givenNames: row.given_names,
    familyName: row.family_name,
    organisationName: row.organisation_name,
  };
}
