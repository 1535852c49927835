import { MOST_ABOVE } from '../../domain/organisation/index.ts';
import type { ImportSession } from '../ground/import-session.ts';
import type { Statement } from '../ground/statement.ts';
import { gather, said } from './organisation-import-statements.ts';

/** Why a row cannot be taken beside the others, and for which column. */
export type WrongOrganisation = {
  readonly line: number;
  readonly column: string;
  readonly what: 'contradicts' | 'unknown' | 'circle' | 'deep' | 'refused';
};

/** Of each column that all rows of an organisation must agree on, its name in the table and in the file. */
const AGREED = {
  parent_code: 'parent_code',
  email: 'email',
  vat: 'vat',
  from_day: 'valid_from',
  until_day: 'valid_until',
  receiver_code: 'merged_into',
} as const;

const CONTRADICTIONS = `from import_organisations i
    join import_targets t on t.target_group = i.target_group and t.code = i.code
    where ${Object.keys(AGREED)
      .map((column) => `i.${column} <> t.${column}`)
      .join(' or ')}`;

const contradictions: Statement = {
  name: 'organisation_judging.contradictions',
  text: `select place, line, "column", 'contradicts' as what from (
      select i.line::int as place, i.file_line as line, case ${Object.entries(AGREED)
        .map(([column, name]) => `when i.${column} <> t.${column} then '${name}'`)
        .join(' ')} end as "column" ${CONTRADICTIONS}
    ) wrong where place > $1 order by place limit 1000`,
};
/** What the other rows of the organisation say is gathered anew. */
const dropContradictions: Statement = {
  name: 'organisation_judging.drop_contradictions',
  text: `with wrong as (select i.line, i.target_group, i.code ${CONTRADICTIONS}), dropped as (
      delete from import_organisations i using wrong where i.line = wrong.line
    )
    delete from import_targets t using wrong where t.target_group = wrong.target_group and t.code = wrong.code`,
};
const places: Statement = {
  name: 'organisation_judging.places',
  text: `select 1 from import_targets where parent_code is not null or receiver_code is not null limit 1`,
};
const gatherPlaces: Statement = {
  name: 'organisation_judging.gather_places',
  text: `insert into import_places (target_group, code, parent_code, receiver_code, is_in_file)
    select coalesce(i.target_group, o.target_group), coalesce(i.code, o.code),
      case when i.said & ${said.parent} > 0 or o.id is null then i.parent_code else above.code end,
      case when i.said & ${said.mergedInto} > 0 or o.id is null then i.receiver_code else taker.code end, i.code is not null
    from import_targets i
    full join (select * from organisations where parent is not null or merged_into is not null) o
      on o.target_group = i.target_group and o.code = i.code
    left join organisations above on above.id = o.parent
    left join organisations taker on taker.id = o.merged_into`,
};
/** Those at the top of what the tables hold, that no row names. */
const gatherTops: Statement = {
  name: 'organisation_judging.gather_tops',
  text: `insert into import_places (target_group, code, is_in_file)
    select o.target_group, o.code, false
    from (select distinct target_group, unnest(array[parent_code, receiver_code]) as code from import_places) above
    join organisations o on o.target_group = above.target_group and o.code = above.code
    on conflict do nothing`,
};
const below = (above: string) => `exists (select from import_places above
    where above.target_group = p.target_group and above.code = p.${above} and above.height < $1)`;
const layer: Statement = {
  name: 'organisation_judging.layer',
  text: `update import_places p set height = $1 where height is null
    and (parent_code is null or ${below('parent_code')}) and (receiver_code is null or ${below('receiver_code')})`,
};
const stuck: Statement = {
  name: 'organisation_judging.stuck',
  text: 'select 1 from import_places where height is null and not is_in_file limit 1',
};
/** Who would push somebody down too far that the file does not name. */
const sink: Statement = {
  name: 'organisation_judging.sink',
  text: `update import_places p set height = null
    from (select target_group, unnest(array[parent_code, receiver_code]) as code from import_places
      where height is null and not is_in_file) above
    where p.height is not null and above.target_group = p.target_group and above.code = p.code`,
};
const standsBelow = (above: string) => `exists (select from import_places a
    where a.target_group = p.target_group and a.code = p.${above} and a.height is not null)`;
const NEXT = `case when p.parent_code is not null and not ${standsBelow('parent_code')} then p.parent_code
    when p.receiver_code is not null and not ${standsBelow('receiver_code')} then p.receiver_code end`;
const misplaced: Statement = {
  name: 'organisation_judging.misplaced',
  text: `with recursive page as (
      select i.line::int as place, i.file_line as line, i.target_group, i.code
      from import_organisations i join import_places p on p.target_group = i.target_group and p.code = i.code
      where p.height is null and i.line > $1 order by i.line limit 1000
    ), walk as (
      select place, target_group, code as own, code as at, 0 as step from page
      union all
      select walk.place, walk.target_group, walk.own, ${NEXT}, step + 1
      from walk join import_places p on p.target_group = walk.target_group and p.code = walk.at
      where step <= $2 and p.height is null and (step = 0 or walk.at <> walk.own)
    )
    select page.place, page.line,
      case when p.parent_code is not null and (p.receiver_code is null or not ${standsBelow('parent_code')})
        then 'parent_code' else 'merged_into' end as "column",
      case
        when exists (select from walk where walk.place = page.place and step = 1 and walk.at is not null and not exists (select from import_places known
          where known.target_group = walk.target_group and known.code = walk.at)) then 'unknown'
        when exists (select from walk where walk.place = page.place and step > 0 and walk.at = walk.own) then 'circle'
        when exists (select from walk where walk.place = page.place and (step > $2 or walk.at is null)) then 'deep'
        else 'refused'
      end as what
    from page join import_places p on p.target_group = page.target_group and p.code = page.code order by page.place`,
};
const dropMisplaced: Statement = {
  name: 'organisation_judging.drop_misplaced',
  text: `with dropped as (
      delete from import_organisations i using import_places p
      where p.target_group = i.target_group and p.code = i.code and p.height is null
    )
    delete from import_targets t using import_places p
    where p.target_group = t.target_group and p.code = t.code and p.height is null`,
};

/**
 * Judges the rows of a file beside each other and beside what is there: rows of one organisation that contradict each other, and units and
 * mergers that lead nowhere, in a circle, or through more than a few others. Such rows are told and left out.
 */
export async function* judgeOrganisations(session: ImportSession): AsyncGenerator<WrongOrganisation> {
  const { client, queries } = session;
  await client.query('analyze import_organisations');
  await queries.change(gather, []);
  yield* pagesOf(session, contradictions, []);
  if ((await queries.change(dropContradictions, [])) > 0) await queries.change(gather, []);
  if ((await queries.first(places, [])) === null) return;
  await queries.change(gatherPlaces, []);
  await queries.change(gatherTops, []);
  await client.query('create index on import_places (target_group, parent_code); analyze import_places');
  for (let height = 0; height <= MOST_ABOVE; height += 1)
    if ((await queries.change(layer, [height])) === 0) break;
  const isStuck = (await queries.first(stuck, [])) !== null;
  for (let step = 0; isStuck && step < MOST_ABOVE; step += 1)
    if ((await queries.change(sink, [])) === 0) break;
  yield* pagesOf(session, misplaced, [MOST_ABOVE]);
  await queries.change(dropMisplaced, []);
}

type WrongRow = WrongOrganisation & { readonly place: number };

async function* pagesOf(
  { queries }: ImportSession,
  statement: Statement,
  values: readonly unknown[],
): AsyncGenerator<WrongOrganisation> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const rows: readonly WrongRow[] = await queries.all<WrongRow>(statement, [after, ...values]);
    for (const { line, column, what } of rows) yield { line, column, what };
    after = rows.at(-1)?.place;
  }
}
