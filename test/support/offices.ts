import type { Office } from '../../src/domain/casework/index.ts';
import type { OrganisationId } from '../../src/domain/organisation/index.ts';

const office = (last: number, name: string): Office => ({
  organisation: `c0000000-0000-4000-8000-00000000000${last}` as OrganisationId,
  name,
});

/** Two registration offices. */
export const lindeberg = office(1, 'Stad Lindeberg');
export const beekdorp = office(2, 'Gemeente Beekdorp');
