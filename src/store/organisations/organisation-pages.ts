import type { OrganisationId } from '../../domain/organisation/index.ts';
import type { OrganisationPagesStore } from '../../domain/organisation-desk/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { DEEPEST } from './administrations.ts';
import { type OrganisationRow, readOrganisation } from './organisations.ts';

/** More than this is as much to do: nothing is counted further. */
const MOST = 1000;
/** Units of one organisation that its page shows. */
const MOST_UNITS = 500;

const CURRENT = 'each.valid_from <= $2 and (each.valid_until is null or each.valid_until > $2)';
const counted = (rows: string) => `(select count(*)::int from (${rows} limit ${MOST}) counted)`;

const countWaiting: Statement = {
  name: 'organisation_pages.waiting',
  readsOnly: true,
  text: `select
      ${counted(`select from work_relations each where each.organisation = $1 and ${CURRENT}`)} as people,
      ${counted('select from access_requests each where each.organisation = $1 and each.ended_at is null')} as requests,
      ${counted(`select from user_rights each join work_relations w on w.id = each.work_relation
        where each.organisation = $1 and each.valid_until > $2 and each.valid_until <= $3
          and (w.valid_until is null or w.valid_until > $2)`)} as ending_rights,
      ${counted(`select from work_relations each where each.organisation = $1 and ${CURRENT} and each.valid_from < $4
        and not exists (select from capacity_uses u where u.person = each.person and u.used_on >= $4::date)`)} as unused,
      ${counted("select from work_invitations each where each.organisation = $1 and each.state = 'accepted'")} as to_confirm`,
};
const find: Statement = {
  name: 'organisation_pages.find',
  readsOnly: true,
  text: 'select * from organisations where id = $1',
};
const units: Statement = {
  name: 'organisation_pages.units',
  readsOnly: true,
  text: `with recursive tree as (
      select o.id, 1 as depth, array[o.name || o.id] as place from organisations o
      where o.parent = $1 and o.valid_from <= $2 and (o.valid_until is null or o.valid_until > $2)
      union all
      select o.id, tree.depth + 1, tree.place || (o.name || o.id) from tree join organisations o on o.parent = tree.id
      where tree.depth < ${DEEPEST} and o.valid_from <= $2 and (o.valid_until is null or o.valid_until > $2)
    )
    select o.*, tree.depth from tree join organisations o on o.id = tree.id order by tree.place limit ${MOST_UNITS}`,
};
const changeEmail: Statement = {
  name: 'organisation_pages.change_email',
  text: 'update organisations set email = $2 where id = $1',
};

type DetailsRow = OrganisationRow & { readonly email: string | null; readonly vat: string | null };
type CountsRow = {
  people: number;
  requests: number;
  ending_rights: number;
  unused: number;
  to_confirm: number;
};

/** What the first page and the details of an organisation read and keep. */
export function organisationPagesIn({ queries }: StoreContext): OrganisationPagesStore {
  const named = async (id: string | null) => {
    const row = id === null ? null : await queries.first<DetailsRow>(find, [id as OrganisationId]);
    return row && readOrganisation(row);
  };
  return {
    async countWaiting(organisation, { at, endingBefore, unusedSince }) {
      const row = await queries.first<CountsRow>(countWaiting, [organisation, at, endingBefore, unusedSince]);
      if (row === null) throw new Error('a query without a table must give a row');
      const { people, requests, unused } = row;
      return { people, requests, unused, endingRights: row.ending_rights, toConfirm: row.to_confirm };
    },
    async details(organisation, at) {
      const row = await queries.first<DetailsRow>(find, [organisation]);
      if (row === null) return null;
      const beneath = await queries.all<OrganisationRow & { depth: number }>(units, [organisation, at]);
      return {
        organisation: readOrganisation(row),
        email: row.email,
        vat: row.vat,
        parent: await named(row.parent),
        receiver: await named(row.merged_into),
        units: beneath.map((each) => ({ organisation: readOrganisation(each), depth: each.depth })),
      };
    },
    changeEmail: (organisation, email) => queries.changeUnheard(changeEmail, [organisation, email]),
  };
}
