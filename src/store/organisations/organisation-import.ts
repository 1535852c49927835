import type { AuditEvent } from '../../domain/audit/index.ts';
import type {
  ImportedOrganisation,
  OrganisationId,
  RegisteredChange,
} from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { auditIn } from '../audit/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { type CopyRow, copyIn } from '../ground/copy-in.ts';
import {
  beginImport,
  type Followed,
  type FollowedCounts,
  type ImportSession,
  type RowImport,
  type StoresOn,
} from '../ground/import-session.ts';
import type { Protection } from '../ground/sealing.ts';
import { findPeople, keepNumber } from '../persons/index.ts';
import { judgeOrganisations, type WrongOrganisation } from './organisation-import-judging.ts';
import * as people from './organisation-import-people.ts';
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

/** What changed, each time from the beginning. */
export type RegisteredNews = () => AsyncIterable<RegisteredChange>;

/** An import under way: everything goes in together at `commit`, or nothing. */
export type OrganisationImport<Stores> = RowImport<ImportedOrganisation, OrganisationImportCounts> & {
  /** Once, after the last batch: tells and leaves out the rows that cannot be taken beside the others. */
  judge(): AsyncGenerator<WrongOrganisation>;
  /**
   * Puts all rows in, with the events that `describe` makes of the counts, in one transaction. `followed` sees to what changed. Rows that
   * cannot be taken are left out, judged or not.
   */
  commit<Name extends keyof Stores>(
    describe?: (counts: OrganisationImportCounts & FollowedCounts) => readonly AuditEvent[],
    followed?: Followed<Stores, RegisteredNews, Name> & { tell(change: RegisteredChange): AuditEvent },
  ): Promise<OrganisationImportCounts & FollowedCounts>;
};

/**
 * Begins an import of organisations. The file is the truth about legal representation: where it names representatives of an
 * organisation, those that it does not name end. Administrators are only ever added: they are also appointed on screen.
 */
export async function beginOrganisationImport<Stores>(
  url: string,
  context: StoreContext,
  storesOn: StoresOn<Stores>,
): Promise<OrganisationImport<Stores>> {
  const { protection, clock } = context;
  const session = await beginImport(url, 'organisation', sql.STAGING);
  let isJudged = false;
  const judge = () => {
    isJudged = true;
    return judgeOrganisations(session);
  };
  const run = async () => {
    if (!isJudged) for await (const _ of judge());
    return putIn(session, context, clock());
  };
  return {
    addBatch: (rows) =>
      session.orAbort(() => {
        const staged = rows.map((row) => stagedRow(protection, row));
        return copyIn(session.client, `import_organisations (${sql.STAGED_COLUMNS})`, staged);
      }),
    judge,
    commit: (describe = () => [], followed) =>
      session.orAbort(async () => {
        const put = await run();
        const trail = auditIn({ ...context, queries: session.queries });
        if (followed)
          for await (const changes of changesOf(session)) await trail.record(...changes.map(followed.tell));
        const more = await followed?.follow(storesOn(session.queries, followed.names), async function* () {
          for await (const changes of changesOf(session)) yield* changes;
        });
        const counts = { ...put, ...more };
        await trail.record(...describe(counts));
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

type CountRow = { rows: number; organisations: number; added: number; changed: number };

async function putIn(
  session: ImportSession,
  context: StoreContext,
  at: Date,
): Promise<OrganisationImportCounts> {
  const { client, queries } = session;
  await client.query('analyze import_targets');
  await queries.change(sql.settle, [at]);
  await queries.change(sql.add, []);
  await queries.change(sql.change, []);
  await queries.change(sql.recordOrganisations, [at]);
  await queries.change(sql.tellEnds, []);
  const counted = await queries.first<CountRow>(sql.counts, []);
  if (counted === null) throw new Error('a count must give a row');
  const persons = await findPeople(session, context, people.numbers, at);
  await queries.change(people.gatherNamed, []);
  await client.query('analyze import_named');
  const endedRepresentations = await queries.change(people.endRepresentations, [at]);
  await queries.change(people.endSessions, [at]);
  await queries.change(people.changeFunctions, [at]);
  const representations = await queries.change(people.addRepresentations, [at]);
  const administrations = await queries.change(people.addAdministrations, [at]);
  await queries.change(people.recordRepresentations, [at]);
  await queries.change(people.recordAdministrations, [at]);
  const { rows, organisations, added, changed } = counted;
  const [unchanged, repeated] = [organisations - added - changed, rows - organisations];
  return {
    ...{ added, changed, unchanged, repeated },
    ...{ persons, endedRepresentations, representations, administrations },
  };
}

type ChangeRow = {
  place: number;
  kind: RegisteredChange['kind'];
  id: string;
  organisation: string;
  person: string | null;
};

/** The changes, a thousand at a time. */
async function* changesOf({ queries }: ImportSession): AsyncGenerator<readonly RegisteredChange[]> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const rows: readonly ChangeRow[] = await queries.all<ChangeRow>(sql.changesAfter, [after]);
    yield rows.map(({ kind, id, organisation, person }) => ({
      kind,
      id,
      organisation: organisation as OrganisationId,
      person: person as PersonId | null,
    }));
    after = rows.at(-1)?.place;
  }
}

function stagedRow(protection: Protection, row: ImportedOrganisation): CopyRow {
  const people = [row.legalRepresentative, row.headAdministrator].flatMap((number) => {
    if (number === null) return [null, null];
    const { hash, sealed } = keepNumber(protection, 'person_numbers.number_sealed', number);
    return [hash, sealed];
  });
  const keys = Object.keys(sql.said) as (keyof typeof sql.said)[];
  const said = keys.reduce((bits, key) => (row[key] === undefined ? bits : bits | sql.said[key]), 0);
  return [
    ...[row.line ?? 0, row.targetGroup, row.code, row.name, row.country, said],
    ...keys.map((key) => row[key] ?? null),
    ...[String(row.isRepresentedByNobody === true), row.function ?? null],
    ...people,
  ];
}
