import {
  type AuditEvent,
  type EventContent,
  eventOfImport,
  type ImportedKind,
} from '../../../domain/audit/index.ts';
import { openRowFile, type UnreadableFile } from '../../../files/rows/open-row-file.ts';
import type { ReadRow, RowReader } from '../../../files/rows/read-rows.ts';
import type { RowProblem } from '../../../files/rows/row.ts';
import type { Encoding } from '../../../files/text/lines-of.ts';
import type { Store } from '../../../store/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import type { Output } from '../../command-line/output.ts';
import { withStore } from '../../database/with-store.ts';
import { operatorEvents } from '../operator-event.ts';

type Counts = Readonly<Record<string, number>>;

/** An import under way in the store: all at `commit`, or nothing. */
type Session<Row> = {
  /** `lines`: where each row stands in the file. */
  addBatch(rows: readonly Row[], lines: readonly number[]): Promise<void>;
  /** What is wrong with rows beside each other, once all are there: they are left out. */
  judge?(): AsyncIterable<RowProblem>;
  commit(describe: (counts: Counts) => readonly AuditEvent[]): Promise<Counts>;
  /** Works out what would change and keeps nothing: of imports that take `--dry-run`. */
  tryOut?(): Promise<Counts>;
  abort(): Promise<void>;
};

/** A kind of file that is imported row by row. */
export type Importable<Column extends string, Row> = {
  readonly reader: RowReader<Column, Row>;
  /** `event` makes the events of this command, for imports that tell more than their counts. */
  begin(store: Store, event: (event: EventContent) => AuditEvent): Promise<Session<Row>>;
  /** What only the store knows to be wrong with a row. */
  check?(store: Store): (row: Row) => Promise<readonly Omit<RowProblem, 'line'>[]>;
  readonly what: ImportedKind;
  /** Where the format of the file is written down. */
  readonly next: string;
};

const BATCH = 2000;
const TELL_EVERY = 50_000;
const MOST_PROBLEMS_IN_JSON = 10_000;

/** Imports the good rows of a file together, in bounded memory; tells every bad one. With `--strict` one bad row stops all. */
export function importFile<Column extends string, Row>(
  context: CommandContext,
  kind: Importable<Column, Row>,
): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const [file = ''] = context.operands;
    const event = operatorEvents();
    const session = await kind.begin(store, event);
    const report = openReport(context.output, file);
    try {
      const opened = await openRowFile(file, kind.reader, new Date());
      if (opened.encoding !== 'utf-8') report.note(notes[opened.encoding]);
      const isStrict = context.options.strict === true;
      const end = await putRows(session, checked(opened.rows, kind.check?.(store)), report, isStrict);
      if (end.kind === 'refused') {
        await session.abort();
        return report.refuse(end.reason, kind.next);
      }
      if (context.options['dry-run'] === true && session.tryOut)
        return report.finish(await session.tryOut(), kind.next, { isTrial: true });
      const digest = opened.digest();
      const counts = await session.commit((each) => [
        event(eventOfImport(kind.what, digest, { ...each, refused: report.refused() })),
      ]);
      return report.finish(counts, kind.next);
    } catch (error) {
      await session.abort();
      throw error;
    }
  });
}

async function* checked<Row>(
  rows: AsyncIterable<ReadRow<Row> | UnreadableFile>,
  check: ((row: Row) => Promise<readonly Omit<RowProblem, 'line'>[]>) | undefined,
): AsyncGenerator<ReadRow<Row> | UnreadableFile> {
  for await (const read of rows) {
    const found = read.kind === 'row' && check ? await check(read.row) : [];
    if (read.kind !== 'row' || found.length === 0) yield read;
    else yield { kind: 'refused', problems: found.map((each) => ({ line: read.line, ...each })) };
  }
}

const notes: Readonly<Record<Exclude<Encoding, 'utf-8'>, string>> = {
  'utf-16le': 'read as UTF-16, as its first bytes say',
  'utf-16be': 'read as UTF-16, as its first bytes say',
  'windows-1252': 'read as Windows-1252, because it is not UTF-8: check a name with accents',
};

type End = { readonly kind: 'read' } | { readonly kind: 'refused'; readonly reason: string };

async function putRows<Row>(
  session: Session<Row>,
  rows: AsyncIterable<ReadRow<Row> | UnreadableFile>,
  report: Report,
  isStrict: boolean,
): Promise<End> {
  let batch: Row[] = [];
  let lines: number[] = [];
  for await (const read of rows) {
    if (read.kind === 'unreadable') return { kind: 'refused', reason: `the file ${read.reason}` };
    if (read.kind === 'wrong-header') {
      report.problem(read.problem);
      return { kind: 'refused', reason: 'the header is not that of this file' };
    }
    report.count();
    if (read.kind === 'refused') report.row(read.problems);
    // After a bad row a strict import goes on reading, to tell the other bad ones, but keeps nothing any more, save to judge rows beside each other.
    else if (!isStrict || report.refused() === 0 || session.judge) {
      batch.push(read.row);
      lines.push(read.line);
    }
    if (batch.length === BATCH) {
      await session.addBatch(batch, lines);
      [batch, lines] = [[], []];
    }
  }
  if (batch.length > 0) await session.addBatch(batch, lines);
  for await (const problem of session.judge?.() ?? []) report.row([problem]);
  if (isStrict && report.refused() > 0)
    return { kind: 'refused', reason: `${report.refused()} rows cannot be taken` };
  return { kind: 'read' };
}

type Report = ReturnType<typeof openReport>;

/** Tells what is wrong as it is found, and counts; holds no more than the first problems for `--json`. */
function openReport(output: Output, file: string) {
  let rows = 0;
  let refused = 0;
  const problems: RowProblem[] = [];
  const told: string[] = [];
  const problem = (each: RowProblem) => {
    output.progress(`${file}:${each.line}: ${each.column}: ${each.reason}`);
    if (problems.length < MOST_PROBLEMS_IN_JSON) problems.push(each);
  };
  return {
    problem,
    note(what: string) {
      told.push(what);
      output.progress(`${file}: ${what}`);
    },
    refused: () => refused,
    count() {
      rows += 1;
      if (rows % TELL_EVERY === 0) output.progress(`${rows} rows read`);
    },
    row(each: readonly RowProblem[]) {
      refused += 1;
      for (const one of each) problem(one);
    },
    refuse(reason: string, next: string): ExitCode {
      return output.refuse(`${file}: ${reason}. Nothing was imported.`, next, { rows, refused, problems });
    },
    finish(counts: Counts, next: string, { isTrial = false } = {}): ExitCode {
      const counted = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
      output.say(`${rows} rows: ${[...counted, `refused ${refused}`].join(', ')}`);
      if (isTrial) output.say('This was a trial: nothing was kept.');
      output.result({ rows, ...counts, refused, problems, ...(told.length > 0 ? { notes: told } : {}) });
      if (refused === 0) return exitCodes.done;
      output.progress(
        `The other rows ${isTrial ? 'can go' : 'went'} in. Mend the ${refused} refused ones and import the file again: ${next}`,
      );
      return exitCodes.refused;
    },
  };
}
