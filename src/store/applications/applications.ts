import { Redacted } from '../../base/redacted.ts';
import type {
  Application,
  ApplicationId,
  ApplicationStore,
  OidcApplication,
  OwnApplication,
} from '../../domain/application/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { type Change, tell } from '../ground/news.ts';
import type { Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

const CHANGED = 'application:';

/** How a change of one application is told to other processes. */
export const applicationChange = {
  of: (id: string): Change => `${CHANGED}${id}`,
  /** Which application changed, `null` when it is something else that did. */
  idIn: (change: Change): string | null => (change.startsWith(CHANGED) ? change.slice(CHANGED.length) : null),
};

type Description = Omit<OidcApplication, 'id' | 'secret'> | Omit<OwnApplication, 'id'>;
type ApplicationRow = { id: string; description: Description; secret: Buffer | null };

const find: Statement = {
  name: 'applications.find',
  readsOnly: true,
  text: 'select id, description, secret from applications where id = $1',
};
const list: Statement = {
  name: 'applications.list',
  readsOnly: true,
  text: 'select id, description, secret from applications order by id',
};
const compare: Statement = {
  name: 'applications.compare',
  text: 'select secret, description = $2::jsonb as same from applications where id = $1 for update',
};
const put: Statement = {
  name: 'applications.put',
  text: `insert into applications (id, description, secret, changed_at) values ($1, $2, $3, $4)
    on conflict (id) do update
      set description = excluded.description, secret = excluded.secret, changed_at = excluded.changed_at`,
};

/** Applications straight from the database; every change is told to the caches of all processes. */
export function applicationsIn({ queries, protection, clock }: StoreContext): ApplicationStore {
  return {
    async find(id) {
      const row = await queries.first<ApplicationRow>(find, [id]);
      return row === null ? null : readApplication(protection, row);
    },
    async list() {
      return (await queries.all<ApplicationRow>(list, [])).map((row) => readApplication(protection, row));
    },
    async put(application) {
      const { id, secret, ...description } = { secret: null, ...application };
      const text = JSON.stringify(description);
      const known = await queries.first<{ secret: Buffer | null; same: boolean }>(compare, [id, text]);
      const kept = known?.secret ? protection.open('applications.secret', id, known.secret) : null;
      const wanted = secret?.reveal() ?? null;
      if (known?.same && kept === wanted) return { kind: 'unchanged' };
      const sealed = wanted === null ? null : protection.seal('applications.secret', id, wanted);
      await queries.change(put, [id, text, sealed, clock()]);
      await queries.all(tell, [applicationChange.of(id)]);
      return { kind: known === null ? 'added' : 'changed' };
    },
  };
}

function readApplication(protection: Protection, row: ApplicationRow): Application {
  const id = row.id as ApplicationId;
  if (row.description.protocol === 'own') return { ...row.description, id };
  const secret =
    row.secret === null ? null : new Redacted(protection.open('applications.secret', row.id, row.secret));
  return { ...row.description, id, secret };
}
