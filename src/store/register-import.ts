import type { AuditEvent } from '../domain/audit/index.ts';
import type { RegisteredPerson } from '../domain/person/index.ts';
import { auditIn } from './audit.ts';
import type { StoreContext } from './context.ts';
import { copyIn } from './copy-in.ts';
import { beginImport } from './import-session.ts';
import { registerColumns } from './register.ts';
import { REGISTER_COLUMNS } from './register-columns.ts';

/** What an import into the register did, in persons. `repeated`: rows whose number came again later in the file, which counts. */
export type RegisterImportCounts = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly repeated: number;
};

/** An import under way: everything goes in together at `commit`, or nothing. */
export type RegisterImport = {
  /** Takes some rows, at best a few thousand; memory holds one batch at a time. */
  addBatch(rows: readonly RegisteredPerson[]): Promise<void>;
  /** Puts all rows in, with the events that `describe` makes of the counts, in one transaction. */
  commit(describe?: (counts: RegisterImportCounts) => readonly AuditEvent[]): Promise<RegisterImportCounts>;
  /** Works out the counts and forgets everything: for a dry run. */
  tryOut(): Promise<RegisterImportCounts>;
  /** Forgets everything. */
  abort(): Promise<void>;
};

const COLUMNS = `number_hash, ${REGISTER_COLUMNS}`;
const COMPARED = `family_name, given_names, birth_year, birth_month, birth_day, birth_place, sex, nationality, street,
  postcode, municipality, country`;

const prefixed = (table: string) => COMPARED.replace(/\w+/g, (column) => `${table}.${column}`);

const STAGING = `create temp table import_register (
    line bigint generated always as identity, like register_persons
  ) on commit drop`;

const merge = {
  name: 'register_import.merge',
  text: `with last as (
      select distinct on (number_hash) ${COLUMNS} from import_register order by number_hash, line desc
    ), merged as (
      insert into register_persons as r (${COLUMNS}) select ${COLUMNS} from last
      on conflict (number_hash) do update set (${COMPARED}) = row (${prefixed('excluded')})
        where (${prefixed('r')}) is distinct from (${prefixed('excluded')})
      returning xmax = 0 as added
    )
    select
      (select count(*) from import_register)::int as rows,
      (select count(*) from last)::int as persons,
      count(*) filter (where added)::int as added,
      count(*) filter (where not added)::int as changed
    from merged`,
};

/** Begins an import into the embedded register of persons. */
export async function beginRegisterImport(url: string, context: StoreContext): Promise<RegisterImport> {
  const session = await beginImport(url, 'register', STAGING);
  const run = async (): Promise<RegisterImportCounts> => {
    await session.client.query('analyze import_register');
    const row = await session.queries.first<MergedRow>(merge, []);
    if (row === null) throw new Error('a count must give a row');
    const { rows, persons, added, changed } = row;
    return { added, changed, unchanged: persons - added - changed, repeated: rows - persons };
  };
  const orAbort = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work();
    } catch (error) {
      await session.abort();
      throw error;
    }
  };
  return {
    addBatch: (rows) =>
      orAbort(() => {
        const staged = rows.map((row) => registerColumns(context.protection, row));
        return copyIn(session.client, `import_register (${COLUMNS})`, staged);
      }),
    commit: (describe = () => []) =>
      orAbort(async () => {
        const counts = await run();
        await auditIn({ ...context, queries: session.queries }).record(...describe(counts));
        await session.commit();
        return counts;
      }),
    async tryOut() {
      const counts = await orAbort(run);
      await session.abort();
      return counts;
    },
    abort: session.abort,
  };
}

type MergedRow = { rows: number; persons: number; added: number; changed: number };
