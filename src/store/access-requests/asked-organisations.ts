import type { AskedOrganisations } from '../../domain/access-request/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { type OrganisationRow, readOrganisation } from '../organisations/index.ts';

// The last sign there is stands behind every name that begins like this: a range of the index, whatever was typed.
const beginningWith: Statement = {
  name: 'asked_organisations.beginning_with',
  readsOnly: true,
  text: `select * from organisations
    where lower(name) collate "C" >= lower($1) collate "C" and lower(name) collate "C" < (lower($1) || chr(1114111)) collate "C"
      and valid_from <= $3 and (valid_until is null or valid_until > $3)
    order by lower(name) collate "C", id limit $2`,
};

/** Organisations that somebody looks for to ask them for access. */
export function askedOrganisationsIn({ queries }: StoreContext): AskedOrganisations {
  return {
    async beginningWith(name, limit, at) {
      const rows = await queries.all<OrganisationRow>(beginningWith, [name, limit, at]);
      return rows.map(readOrganisation);
    },
  };
}
