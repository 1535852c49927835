import type { AuditEvent } from '../../domain/audit/index.ts';
import type { OrganisationId } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { ImportedStaffRight, StaffRightChange } from '../../domain/staff/index.ts';
import { auditIn } from '../audit/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { type CopyRow, copyIn } from '../ground/copy-in.ts';
import { beginImport, type ImportSession } from '../ground/import-session.ts';
import { findPeople, keepNumber } from '../persons/index.ts';
import * as sql from './staff-import-statements.ts';

/** What an import of staff did. */
export type StaffImportCounts = {
  /** Rights that are new or last longer. */
  readonly given: number;
  /** Rights that are over, or have an end that comes sooner. */
  readonly ended: number;
  readonly unchanged: number;
  /** Rows about a right of which a later row spoke too: that one counts. */
  readonly repeated: number;
  readonly persons: number;
  readonly workRelations: number;
};

/** An import under way: everything goes in together at `commit`, or nothing. */
export type StaffImport = {
  addBatch(rows: readonly ImportedStaffRight[]): Promise<void>;
  /** Puts all rows in, with an event per change and those that `describe` makes of the counts, in one transaction. */
  commit(describe?: (counts: StaffImportCounts) => readonly AuditEvent[]): Promise<StaffImportCounts>;
  abort(): Promise<void>;
};

/**
 * Begins an import of the rights of staff. Rights that a file does not name stay; the end of one is a row with an end. Organisations
 * must be known: a row of an unknown one does nothing.
 */
export async function beginStaffImport(
  url: string,
  context: StoreContext,
  tell: (change: StaffRightChange) => AuditEvent,
): Promise<StaffImport> {
  const { protection, clock } = context;
  const session = await beginImport(url, 'staff', sql.STAGING);
  return {
    addBatch: (rows) =>
      session.orAbort(() => {
        const staged = rows.map((row): CopyRow => {
          const { hash, sealed } = keepNumber(protection, 'person_numbers.number_sealed', row.number);
          return [hash, sealed, row.targetGroup, row.code, row.right, row.from, row.until];
        });
        return copyIn(session.client, `import_staff (${sql.STAGED_COLUMNS})`, staged);
      }),
    commit: (describe = () => []) =>
      session.orAbort(async () => {
        const counts = await putIn(session, context, clock());
        const trail = auditIn({ ...context, queries: session.queries });
        for await (const changes of changesOf(session)) await trail.record(...changes.map(tell));
        await trail.record(...describe(counts));
        await session.commit();
        return counts;
      }),
    abort: session.abort,
  };
}

type CountRow = { rows: number; rights: number; given: number; ended: number };

async function putIn(session: ImportSession, context: StoreContext, at: Date): Promise<StaffImportCounts> {
  const { client, queries } = session;
  await client.query('analyze import_staff');
  const persons = await findPeople(session, context, sql.numbers, at);
  await queries.change(sql.gather, []);
  const workRelations = await queries.change(sql.addRelations, [at]);
  await queries.change(sql.chooseRelations, [at]);
  await queries.change(sql.widenRelations, [at]);
  await queries.change(sql.change, [at]);
  await queries.change(sql.give, [at]);
  const row = await queries.first<CountRow>(sql.counts, []);
  if (row === null) throw new Error('a count must give a row');
  const { rows, rights, given, ended } = row;
  const [unchanged, repeated] = [rights - given - ended, rows - rights];
  return { given, ended, unchanged, repeated, persons, workRelations };
}

type ChangeRow = {
  place: number;
  kind: StaffRightChange['kind'];
  id: string;
  person: string;
  organisation: string;
  user_right: string;
};

/** The changes, a thousand at a time. */
async function* changesOf({ queries }: ImportSession): AsyncGenerator<readonly StaffRightChange[]> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const rows: readonly ChangeRow[] = await queries.all<ChangeRow>(sql.changesAfter, [after]);
    yield rows.map(({ kind, id, person, organisation, user_right }) => ({
      kind,
      id,
      person: person as PersonId,
      organisation: organisation as OrganisationId,
      right: user_right,
    }));
    after = rows.at(-1)?.place;
  }
}
