import type { ApplicationId, RightName } from '../../domain/application/index.ts';
import type { AuditEvent } from '../../domain/audit/index.ts';
import type { OrganisationCode, OrganisationId, TargetGroup } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { ImportedRight, ImportedRightChange } from '../../domain/user-rights/index.ts';
import { auditIn } from '../audit/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { type CopyRow, copyIn } from '../ground/copy-in.ts';
import { beginImport, type ImportSession, type RowImport } from '../ground/import-session.ts';
import { findPeople, keepNumber } from '../persons/index.ts';
import * as sql from './right-import-statements.ts';

/** What an import of rights did. */
export type RightImportCounts = {
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

/** A change with what an operator knows it by. */
export type ShownRightChange = ImportedRightChange & {
  /** Empty where nobody knows how the person is called. */
  readonly name: string;
  readonly targetGroup: TargetGroup;
  readonly code: OrganisationCode;
  readonly until: Date | null;
};

/** An import under way: everything goes in together at `commit`, or nothing. */
export type RightImport = Omit<RowImport<ImportedRight, RightImportCounts>, 'tryOut'> & {
  /** Which rights nobody may have beside each other. */
  exclude(pairs: readonly (readonly [RightName, RightName])[]): Promise<void>;
  /** Once, after the last batch: tells, by their lines, the rows of rights that exclude another one, and leaves them out. */
  judge(): AsyncGenerator<number>;
  /** Puts all rows in, with an event per change and those that `describe` makes of the counts, in one transaction. */
  commit(describe?: (counts: RightImportCounts) => readonly AuditEvent[]): Promise<RightImportCounts>;
  /** Works out the counts, shows each change, and forgets everything: for a dry run. */
  tryOut(show?: (change: ShownRightChange) => void): Promise<RightImportCounts>;
};

/**
 * Begins an import of rights. Rights that a file does not name stay; the end of one is a row with an end. With other contexts it is another
 * right. Organisations must be known: a row of an unknown one does nothing.
 */
export async function beginRightImport(
  url: string,
  context: StoreContext,
  tell: (change: ImportedRightChange) => AuditEvent,
): Promise<RightImport> {
  const { protection, clock } = context;
  const session = await beginImport(url, 'right', sql.STAGING);
  return {
    addBatch: (rows) =>
      session.orAbort(() => {
        const staged = rows.map((row): CopyRow => {
          const { hash, sealed } = keepNumber(protection, 'person_numbers.number_sealed', row.number);
          const { line = 0, targetGroup, code, application, right, contexts, from, until } = row;
          return [
            line,
            hash,
            sealed,
            targetGroup,
            code,
            application,
            right,
            arrayText(contexts),
            from,
            until,
          ];
        });
        return copyIn(session.client, `import_given (${sql.STAGED_COLUMNS})`, staged);
      }),
    exclude: (pairs) =>
      session.orAbort(() => {
        const both = pairs.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]);
        const rows = both.map(([one, other]) => [one.application, one.right, other.application, other.right]);
        return copyIn(session.client, sql.EXCLUSIONS, rows);
      }),
    judge: () => judgeExclusions(session, context),
    commit: (describe = () => []) =>
      session.orAbort(async () => {
        const counts = await putIn(session, context, clock());
        const trail = auditIn({ ...context, queries: session.queries });
        for await (const changes of changesOf(session)) await trail.record(...changes.map(tell));
        await trail.record(...describe(counts));
        await session.commit();
        return counts;
      }),
    async tryOut(show) {
      const counts = await session.orAbort(async () => {
        const put = await putIn(session, context, clock());
        if (show) for await (const changes of changesOf(session)) changes.forEach(show);
        return put;
      });
      await session.abort();
      return counts;
    },
    abort: session.abort,
  };
}

/** A list of texts as `copy` reads it. */
function arrayText(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

async function* judgeExclusions(session: ImportSession, context: StoreContext): AsyncGenerator<number> {
  const { client, queries } = session;
  const at = context.clock();
  if ((await queries.first(sql.anyExclusion, [])) === null) return;
  await client.query('analyze import_given');
  await queries.change(sql.judgedPeople, []);
  for (let after: number | undefined = 0; after !== undefined; ) {
    const rows: readonly { place: number; line: number }[] = await queries.all(sql.excluded, [at, after]);
    yield* rows.map(({ line }) => line);
    after = rows.at(-1)?.place;
  }
  await queries.change(sql.leaveOut, [at]);
}

type CountRow = { rows: number; rights: number; given: number; ended: number };

async function putIn(session: ImportSession, context: StoreContext, at: Date): Promise<RightImportCounts> {
  const { client, queries } = session;
  await client.query('analyze import_given');
  const persons = await findPeople(session, context, sql.numbers, at);
  await queries.change(sql.gather, []);
  const workRelations = await queries.change(sql.addRelations, [at]);
  await queries.change(sql.chooseRelations, [at]);
  await queries.change(sql.widenRelations, [at]);
  await queries.change(sql.change, [at]);
  await queries.change(sql.give, [at]);
  await queries.change(sql.record, [at]);
  const row = await queries.first<CountRow>(sql.counts, []);
  if (row === null) throw new Error('a count must give a row');
  const { rows, rights, given, ended } = row;
  const [unchanged, repeated] = [rights - given - ended, rows - rights];
  return { given, ended, unchanged, repeated, persons, workRelations };
}

type ChangeRow = {
  place: number;
  kind: ImportedRightChange['kind'];
  id: string;
  person: string;
  name: string;
  organisation: string;
  target_group: TargetGroup;
  code: string;
  application: string;
  user_right: string;
  contexts: string[];
  valid_until: Date | null;
};

/** The changes, a thousand at a time. */
async function* changesOf({ queries }: ImportSession): AsyncGenerator<readonly ShownRightChange[]> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const rows: readonly ChangeRow[] = await queries.all<ChangeRow>(sql.changesAfter, [after]);
    yield rows.map(({ kind, id, person, name, organisation, code, contexts, ...row }) => ({
      ...{ kind, id, name, contexts },
      person: person as PersonId,
      organisation: organisation as OrganisationId,
      targetGroup: row.target_group,
      code: code as OrganisationCode,
      application: row.application as ApplicationId,
      right: row.user_right,
      until: row.valid_until,
    }));
    after = rows.at(-1)?.place;
  }
}
