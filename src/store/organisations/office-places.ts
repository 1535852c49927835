import type { OfficePlace, OfficePlaceStore } from '../../domain/casework/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';

/** The columns of a place beside those of its organisation. */
export const PLACE_COLUMNS =
  'p.street, p.postcode, p.municipality, p.telephone, p.website, p.hours, p.by_appointment';

export type PlaceRow = {
  readonly street: string | null;
  readonly postcode: string;
  readonly municipality: string;
  readonly telephone: string | null;
  readonly website: string | null;
  readonly hours: OfficePlace['hours'];
  readonly by_appointment: boolean;
};

// What is the same already is not written anew: nothing comes back then.
const put: Statement = {
  name: 'office_places.put',
  text: `insert into office_places as p (organisation, street, postcode, municipality, telephone, website, hours, by_appointment)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (organisation) do update set street = excluded.street, postcode = excluded.postcode,
      municipality = excluded.municipality, telephone = excluded.telephone, website = excluded.website,
      hours = excluded.hours, by_appointment = excluded.by_appointment
    where (${PLACE_COLUMNS}) is distinct from (excluded.street, excluded.postcode, excluded.municipality,
      excluded.telephone, excluded.website, excluded.hours, excluded.by_appointment)
    returning (xmax = 0) as added`,
};

export function officePlacesIn({ queries }: StoreContext): OfficePlaceStore {
  return {
    async put(organisation, { street, postcode, municipality, telephone, website, hours, byAppointment }) {
      const values = [
        street,
        postcode,
        municipality,
        telephone,
        website,
        JSON.stringify(hours),
        byAppointment,
      ];
      const row = await queries.first<{ added: boolean }>(put, [organisation, ...values]);
      if (row === null) return 'unchanged';
      return row.added ? 'added' : 'changed';
    },
  };
}

/** The place in a row that may have none. */
export function readPlace(row: PlaceRow): OfficePlace | null {
  if (row.street === null) return null;
  const { street, postcode, municipality, telephone, website, hours, by_appointment: byAppointment } = row;
  return { street, postcode, municipality, telephone, website, hours, byAppointment };
}
