import type { AuditEvent } from '../../domain/audit/index.ts';
import type { ImportedOrganisation } from '../../domain/organisation/index.ts';
import { auditIn } from '../audit/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { type CopyRow, copyIn } from '../ground/copy-in.ts';
import { beginImport } from '../ground/import-session.ts';
import type { Protection } from '../ground/sealing.ts';
import { findPeople, keepNumber } from '../persons/index.ts';
import * as sql from './organisation-import-statements.ts';

/** What an import of organisations did; the first four are counted in organisations. */
export type OrganisationImportCounts = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows of an organisation that came before: further representatives, most often. The last name counts. */
  readonly repeated: number;
  readonly persons: number;
  readonly representations: number;
  readonly endedRepresentations: number;
  readonly administrations: number;
};

/** An import under way: everything goes in together at `commit`, or nothing. */
export type OrganisationImport = {
  addBatch(rows: readonly ImportedOrganisation[]): Promise<void>;
  /** Puts all rows in, with the events that `describe` makes of the counts, in one transaction. */
  commit(
    describe?: (counts: OrganisationImportCounts) => readonly AuditEvent[],
  ): Promise<OrganisationImportCounts>;
  /** Works out the counts and forgets everything: for a dry run. */
  tryOut(): Promise<OrganisationImportCounts>;
  abort(): Promise<void>;
};

/**
 * Begins an import of organisations. The file is the truth about legal representation: where it names representatives of an
 * organisation, those that it does not name end. Administrators are only ever added: they are also appointed on screen.
 */
export async function beginOrganisationImport(
  url: string,
  context: StoreContext,
): Promise<OrganisationImport> {
  const { protection, clock } = context;
  const session = await beginImport(url, 'organisation', sql.STAGING);
  const run = async (): Promise<OrganisationImportCounts> => {
    const at = clock();
    await session.client.query('analyze import_organisations');
    const merged = await session.queries.first<MergedRow>(sql.merge, [at]);
    if (merged === null) throw new Error('a count must give a row');
    const persons = await findPeople(session, context, sql.numbers, at);
    const { rows, organisations, added, changed } = merged;
    return {
      added,
      changed,
      unchanged: organisations - added - changed,
      repeated: rows - organisations,
      persons,
      endedRepresentations: await session.queries.change(sql.endRepresentations, [at]),
      representations: await session.queries.change(sql.addRepresentations, [at]),
      administrations: await session.queries.change(sql.addAdministrations, [at]),
    };
  };
  return {
    addBatch: (rows) =>
      session.orAbort(() => {
        const staged = rows.map((row) => stagedRow(protection, row));
        return copyIn(session.client, `import_organisations (${sql.STAGED_COLUMNS})`, staged);
      }),
    commit: (describe = () => []) =>
      session.orAbort(async () => {
        const counts = await run();
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

type MergedRow = { rows: number; organisations: number; added: number; changed: number };

function stagedRow(protection: Protection, row: ImportedOrganisation): CopyRow {
  const people = [row.legalRepresentative, row.headAdministrator].flatMap((number) => {
    if (number === null) return [null, null];
    const { hash, sealed } = keepNumber(protection, 'person_numbers.number_sealed', number);
    return [hash, sealed];
  });
  return [row.targetGroup, row.code, row.name, row.country, ...people];
}
