import type { EnterpriseRegister } from '../../domain/enterprise-register/index.ts';
import { MOST_ABOVE, type OrganisationCode } from '../../domain/organisation/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { type KeptNumber, readNumber } from '../persons/index.ts';
import { organisationsIn, readValidity } from './organisations.ts';

type RepresentativeRow = KeptNumber & { function: string | null; valid_from: Date; valid_until: Date | null };

const representatives: Statement = {
  name: 'enterprise_register.representatives',
  readsOnly: true,
  text: `select n.number_hash, n.number_sealed, l.function, l.valid_from, l.valid_until from legal_representations l
    join person_numbers n on n.person = l.person and n.valid_until is null
    where l.organisation = $1 and l.valid_from <= $2 and (l.valid_until is null or l.valid_until > $2)
    order by l.valid_from, l.person limit 1000`,
};

const within: Statement = {
  name: 'enterprise_register.within',
  readsOnly: true,
  text: `with recursive line as (
      select id, parent, code, 0 as steps from organisations where id = $1
      union
      select o.id, o.parent, o.code, line.steps + 1 from line join organisations o on o.id = line.parent where line.steps < ${MOST_ABOVE}
    )
    select code from line where steps > 0 order by steps`,
};

/** The embedded register of organisations: what `organisation import` put in. */
export function enterpriseRegisterIn(context: StoreContext): EnterpriseRegister {
  const organisations = organisationsIn(context);
  return {
    async findByCode(targetGroup, code, at) {
      const organisation = await organisations.findByCode(targetGroup, code);
      if (organisation === null) return null;
      const rows = await context.queries.all<RepresentativeRow>(representatives, [organisation.id, at]);
      const above = await context.queries.all<{ code: string }>(within, [organisation.id]);
      const { name, country, validity } = organisation;
      return {
        ...{ targetGroup, code, name, country, validity },
        within: above.map((each) => each.code as OrganisationCode),
        representatives: rows.map((row) => ({
          number: readNumber(context.protection, 'person_numbers.number_sealed', row),
          function: row.function,
          validity: readValidity(row),
        })),
      };
    },
  };
}
