import type {
  CountryCode,
  CountryHealth,
  EidasCountry,
  EidasCountryStore,
} from '../../domain/eidas-country/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { type Change, tell } from '../ground/news.ts';
import type { Statement } from '../ground/statement.ts';

/** How a change of any country, or of the health of one, is told to other processes. */
export const COUNTRIES_CHANGED: Change = 'countries';

/** What a description lacks that was written before these fields were there. */
const sinceThen: Pick<EidasCountry, 'binding' | 'signers' | 'entityId'> = {
  binding: null,
  signers: [],
  entityId: null,
};

type CountryRow = {
  code: string;
  /** As it was written down: an older program knew fewer fields. */
  description: Omit<EidasCountry, 'code' | 'metadata' | keyof typeof sinceThen> & Partial<typeof sinceThen>;
  metadata: string | null;
};
type HealthRow = Omit<CountryHealth, 'code'> & { code: string };

const list: Statement = {
  name: 'countries.list',
  readsOnly: true,
  text: 'select code, description, metadata from countries order by code',
};
const find: Statement = {
  name: 'countries.find',
  readsOnly: true,
  text: 'select code, description, metadata from countries where code = $1',
};
const compare: Statement = {
  name: 'countries.compare',
  text: `select description = $2::jsonb and metadata is not distinct from $3 as same from countries where code = $1 for update`,
};
const put: Statement = {
  name: 'countries.put',
  text: `insert into countries (code, description, metadata, metadata_at, changed_at)
    values ($1, $2, $3, case when $3::text is null then null else $4::timestamptz end, $4)
    on conflict (code) do update
      set description = excluded.description, metadata = excluded.metadata, changed_at = excluded.changed_at,
        metadata_at = case when countries.metadata is distinct from excluded.metadata then excluded.metadata_at
          else countries.metadata_at end`,
};
const putMetadata: Statement = {
  name: 'countries.put_metadata',
  text: `update countries set metadata = $2, metadata_at = $3, changed_at = $3,
      description = description || jsonb_build_object('entityId', $4::text) where code = $1`,
};
const since: Statement = {
  name: 'countries.metadata_since',
  readsOnly: true,
  text: 'select metadata_at as since from countries where code = $1 and metadata is not null',
};
const health: Statement = {
  name: 'countries.health',
  readsOnly: true,
  text: 'select code, kind, since, detail from country_health where $1::text is null or code = $1 order by code',
};
const putHealth: Statement = {
  name: 'countries.put_health',
  text: `insert into country_health (code, kind, since, detail) values ($1, $2, $3, $4)
    on conflict (code) do update set kind = excluded.kind, since = excluded.since, detail = excluded.detail
      where (country_health.kind, country_health.since, country_health.detail)
        is distinct from (excluded.kind, excluded.since, excluded.detail)`,
};

/** Member states straight from the database; every change is told to the caches of all processes. */
export function countriesIn({ queries, clock }: StoreContext): EidasCountryStore {
  const healthOf = async (code: CountryCode | null) =>
    (await queries.all<HealthRow>(health, [code])).map((row) => ({ ...row, code: row.code as CountryCode }));
  return {
    async find(code) {
      const row = await queries.first<CountryRow>(find, [code]);
      return row === null ? null : readCountry(row);
    },
    async list() {
      return (await queries.all<CountryRow>(list, [])).map(readCountry);
    },
    async put({ code, metadata, ...description }) {
      const text = JSON.stringify(description);
      const known = await queries.first<{ same: boolean }>(compare, [code, text, metadata]);
      if (known?.same) return { kind: 'unchanged' };
      await queries.change(put, [code, text, metadata, clock()]);
      await queries.all(tell, [COUNTRIES_CHANGED]);
      return { kind: known === null ? 'added' : 'changed' };
    },
    async putMetadata(code, metadata, at) {
      if ((await queries.change(putMetadata, [code, metadata.xml, at, metadata.entityId])) === 0)
        throw new Error(`unknown country ${code}`);
      await queries.all(tell, [COUNTRIES_CHANGED]);
    },
    metadataSince: async (code) =>
      (await queries.first<{ since: Date | null }>(since, [code]))?.since ?? null,
    healthOf: async (code) => (await healthOf(code))[0] ?? null,
    health: () => healthOf(null),
    async putHealth({ code, kind, since, detail }) {
      if ((await queries.change(putHealth, [code, kind, since, detail])) === 0) return;
      await queries.all(tell, [COUNTRIES_CHANGED]);
    },
  };
}

function readCountry(row: CountryRow): EidasCountry {
  return { ...sinceThen, ...row.description, code: row.code as CountryCode, metadata: row.metadata };
}
