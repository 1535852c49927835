import type { AuditEvent } from '../../../domain/audit/index.ts';
import type { RegisterNews } from '../../../domain/joining/index.ts';
import type { ImportedPerson } from '../../../domain/person/index.ts';
import { auditIn } from '../../audit/index.ts';
import type { StoreContext } from '../../ground/context.ts';
import { type CopyRow, copyIn } from '../../ground/copy-in.ts';
import {
  beginImport,
  type Followed,
  type FollowedCounts,
  type RowImport,
  type StoresOn,
} from '../../ground/import-session.ts';
import type { Protection } from '../../ground/sealing.ts';
import { keepNumber } from '../national-numbers.ts';
import { registerColumns } from './register.ts';
import { REGISTER_COLUMNS } from './register-columns.ts';
import {
  EVENTS_STAGING,
  gatherEndings,
  judgeReplacements,
  registerNews,
  type WrongReplacement,
} from './register-events.ts';

/** What an import into the register did, in persons. `repeated`: rows whose number came again later in the file, which counts. */
export type RegisterImportCounts = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly repeated: number;
};

/** An import under way: everything goes in together at `commit`, or nothing. */
export type RegisterImport<Stores> = RowImport<ImportedPerson, RegisterImportCounts> & {
  /** Once, after the last batch: tells and leaves out the rows whose replacement cannot be. */
  judge(): AsyncGenerator<WrongReplacement>;
  /**
   * Puts all rows in, with the events that `describe` makes of the counts, in one transaction. `followed` sees to what the rows tell: numbers
   * that were replaced, people who died or were struck off.
   */
  commit<Name extends keyof Stores>(
    describe?: (counts: RegisterImportCounts & FollowedCounts) => readonly AuditEvent[],
    followed?: Followed<Stores, RegisterNews, Name>,
  ): Promise<RegisterImportCounts & FollowedCounts>;
};

const COLUMNS = `number_hash, ${REGISTER_COLUMNS}, ended_on`;
const COMPARED = `family_name, given_names, birth_year, birth_month, birth_day, birth_place, sex, nationality, street,
  postcode, municipality, country, ended_on`;

const prefixed = (table: string) => COMPARED.replace(/\w+/g, (column) => `${table}.${column}`);

const STAGING = `create temp table import_register (
    line bigint generated always as identity, file_line int not null, like register_persons,
    replaced_hash bytea, replaced_sealed bytea, tells_end boolean not null
  ) on commit drop;
  ${EVENTS_STAGING}`;

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
export async function beginRegisterImport<Stores>(
  url: string,
  context: StoreContext,
  storesOn: StoresOn<Stores>,
): Promise<RegisterImport<Stores>> {
  const session = await beginImport(url, 'register', STAGING);
  const run = async (): Promise<RegisterImportCounts> => {
    await session.client.query('analyze import_register');
    await gatherEndings(session);
    const row = await session.queries.first<MergedRow>(merge, []);
    if (row === null) throw new Error('a count must give a row');
    const { rows, persons, added, changed } = row;
    return { added, changed, unchanged: persons - added - changed, repeated: rows - persons };
  };
  return {
    addBatch: (rows) =>
      session.orAbort(() => {
        const staged = rows.map((row) => stagedRow(context.protection, row));
        return copyIn(session.client, `import_register (${STAGED})`, staged);
      }),
    judge: () => judgeReplacements(session),
    commit: (describe = () => [], followed) =>
      session.orAbort(async () => {
        const merged = await run();
        const more = await followed?.follow(
          storesOn(session.queries, followed.names),
          registerNews(session, context),
        );
        const counts = { ...merged, ...more };
        await auditIn({ ...context, queries: session.queries }).record(...describe(counts));
        await session.commit();
        return counts;
      }),
    async tryOut() {
      const counts = await session.orAbort(run);
      await session.abort();
      return counts;
    },
    abort: session.abort,
  };
}

const STAGED = `${COLUMNS}, file_line, replaced_hash, replaced_sealed, tells_end`;

function stagedRow(protection: Protection, row: ImportedPerson): CopyRow {
  const { replacedBy = null, endedOn, line = 0 } = row;
  const by = replacedBy && keepNumber(protection, 'register_persons.number_sealed', replacedBy);
  const told = [line, by?.hash ?? null, by?.sealed ?? null, String(endedOn !== undefined)];
  return [...registerColumns(protection, row), endedOn ?? null, ...told];
}

type MergedRow = { rows: number; persons: number; added: number; changed: number };
