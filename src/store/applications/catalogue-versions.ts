import type {
  ApplicationId,
  Catalogue,
  CatalogueVersion,
  CatalogueVersions,
} from '../../domain/application/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';

type VersionRow = {
  application: string;
  number: number;
  at: Date;
  applied_by: string | null;
  catalogue: Catalogue;
};

const COLUMNS = 'application, number, at, applied_by, catalogue';
const list: Statement = {
  name: 'catalogue_versions.list',
  readsOnly: true,
  text: `select ${COLUMNS} from catalogue_versions where application = $1 order by number desc`,
};
const latest: Statement = {
  name: 'catalogue_versions.latest',
  readsOnly: true,
  text: `select ${COLUMNS} from catalogue_versions where application = $1 order by number desc limit 1`,
};
const add: Statement = {
  name: 'catalogue_versions.add',
  text: `insert into catalogue_versions (${COLUMNS}) values ($1, $2, $3, $4, $5) on conflict do nothing`,
};

/** Versions of catalogues, straight from the database. */
export function catalogueVersionsIn({ queries }: StoreContext): CatalogueVersions {
  return {
    async of(application) {
      return (await queries.all<VersionRow>(list, [application])).map(readVersion);
    },
    async latest(application) {
      const row = await queries.first<VersionRow>(latest, [application]);
      return row === null ? null : readVersion(row);
    },
    async add({ application, number, at, by, catalogue }) {
      await queries.changeSurely(add, [application, number, at, by, JSON.stringify(catalogue)]);
    },
  };
}

function readVersion(row: VersionRow): CatalogueVersion {
  return {
    application: row.application as ApplicationId,
    number: row.number,
    at: row.at,
    by: row.applied_by,
    catalogue: row.catalogue,
  };
}
