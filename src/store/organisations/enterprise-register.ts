import type { EnterpriseRegister } from '../../domain/enterprise-register/index.ts';
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

/** The embedded register of organisations: what `organisation import` put in. */
export function enterpriseRegisterIn(context: StoreContext): EnterpriseRegister {
  const organisations = organisationsIn(context);
  return {
    async findByCode(targetGroup, code, at) {
      const organisation = await organisations.findByCode(targetGroup, code);
      if (organisation === null) return null;
      const rows = await context.queries.all<RepresentativeRow>(representatives, [organisation.id, at]);
      const { name, country, validity } = organisation;
      return {
        ...{ targetGroup, code, name, country, validity },
        representatives: rows.map((row) => ({
          number: readNumber(context.protection, 'person_numbers.number_sealed', row),
          function: row.function,
          validity: readValidity(row),
        })),
      };
    },
  };
}
