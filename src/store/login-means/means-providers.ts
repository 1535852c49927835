import { Redacted } from '../../base/redacted.ts';
import type { MeansProvider, MeansProviderStore } from '../../domain/login-means/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { type Change, tell } from '../ground/news.ts';
import type { Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

/** How a change of any provider is told to other processes. */
export const PROVIDERS_CHANGED: Change = 'means-providers';

type WithoutKeys<Provider> = Provider extends unknown ? Omit<Provider, 'code' | 'keys'> : never;
type ProviderRow = {
  code: string;
  description: WithoutKeys<MeansProvider>;
  keys_sealed: Buffer | null;
};

const list: Statement = {
  name: 'means_providers.list',
  readsOnly: true,
  text: 'select code, description, keys_sealed from means_providers order by code',
};
const compare: Statement = {
  name: 'means_providers.compare',
  text: 'select keys_sealed, description = $2::jsonb as same from means_providers where code = $1 for update',
};
const put: Statement = {
  name: 'means_providers.put',
  text: `insert into means_providers (code, description, keys_sealed, changed_at) values ($1, $2, $3, $4)
    on conflict (code) do update
      set description = excluded.description, keys_sealed = excluded.keys_sealed, changed_at = excluded.changed_at`,
};

/** Providers of login means straight from the database; every change is told to the caches of all processes. */
export function meansProvidersIn({ queries, protection, clock }: StoreContext): MeansProviderStore {
  return {
    async list() {
      return (await queries.all<ProviderRow>(list, [])).map((row) => readProvider(protection, row));
    },
    async put({ code, ...provider }) {
      const { keys = null, ...description } = { keys: null, ...provider };
      const text = JSON.stringify(description);
      const known = await queries.first<{ keys_sealed: Buffer | null; same: boolean }>(compare, [code, text]);
      const wanted = keys?.reveal() ?? null;
      if (known?.same && openKeys(protection, code, known.keys_sealed) === wanted)
        return { kind: 'unchanged' };
      const sealed = wanted === null ? null : protection.seal('means_providers.keys_sealed', code, wanted);
      await queries.change(put, [code, text, sealed, clock()]);
      await queries.all(tell, [PROVIDERS_CHANGED]);
      return { kind: known === null ? 'added' : 'changed' };
    },
  };
}

function openKeys(protection: Protection, code: string, sealed: Buffer | null): string | null {
  return sealed === null ? null : protection.open('means_providers.keys_sealed', code, sealed);
}

function readProvider(protection: Protection, row: ProviderRow): MeansProvider {
  const { status, ...description } = row.description;
  const keys = openKeys(protection, row.code, row.keys_sealed);
  const provider = {
    ...description,
    code: row.code,
    status:
      status.kind === 'open'
        ? status
        : { ...status, from: momentIn(status.from), until: momentIn(status.until) },
    ...(keys === null ? {} : { keys: new Redacted(keys) }),
  };
  return provider as MeansProvider;
}

/** A moment that was kept as JSON. */
function momentIn(kept: Date | null): Date | null {
  return kept === null ? null : new Date(kept);
}
