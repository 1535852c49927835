import type { Actor } from '../../../domain/audit/index.ts';
import {
  endPerson,
  type JoiningContext,
  type JoiningStores,
  replaceNumber,
} from '../../../domain/joining/index.ts';
import type { MailSender } from '../../../domain/notification/index.ts';
import {
  optionalRegisterColumns,
  parseRegisterRow,
  registerColumns,
} from '../../../files/rows/register-row.ts';
import type { RowProblem } from '../../../files/rows/row.ts';
import type { RegisterNews, Store } from '../../../store/index.ts';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import { systemRandomness } from '../../wiring/randomness.ts';
import { operatorName } from '../operator-event.ts';
import { importFile } from './import-file.ts';

const reasons = {
  circle: 'leads back to the number of the row itself, in this file or in the register',
  another: 'is not the number by which the register replaced this one before',
} as const;

/** `sluis register import FILE [--strict]`: adds or changes people in the embedded register of persons. */
export function registerImport(context: CommandContext): Promise<ExitCode> {
  const { sender } = context.settings().mail;
  return importFile(context, {
    reader: { columns: registerColumns, optional: optionalRegisterColumns, parse: parseRegisterRow },
    begin: (store) => begin(store, sender),
    event: 'register.imported',
    next: 'docs/reference/schemas/register.schema.json says what may stand in each column.',
  });
}

async function begin(store: Store, sender: MailSender) {
  const session = await store.registerImport.begin();
  return {
    addBatch: (rows: Parameters<typeof session.addBatch>[0], lines: readonly number[]) =>
      session.addBatch(rows.map((row, place) => ({ ...row, line: lines[place] ?? 0 }))),
    async *judge(): AsyncGenerator<RowProblem> {
      for await (const { line, what } of session.judge())
        yield { line, column: 'replaced_by', reason: reasons[what] };
    },
    commit: (describe: Parameters<typeof session.commit>[0]) =>
      session.commit(describe, {
        names: followNeeds,
        follow: (stores, news) => follow(stores, news, sender),
      }),
    abort: session.abort,
  };
}

const followNeeds = [
  'joins',
  'persons',
  'register',
  'links',
  'organisations',
  'cases',
  'caseEvents',
  'addresses',
  'outbox',
  'templates',
  'audit',
] as const satisfies readonly (keyof JoiningStores)[];

/** The people behind the numbers follow what the register tells of them. */
async function follow(stores: JoiningStores, news: RegisterNews, sender: MailSender) {
  const by: Actor = { kind: 'operator', id: operatorName() };
  const world = { randomness: systemRandomness, settings: { sender } };
  const context: JoiningContext = { stores, world, now: new Date() };
  const counts = { replaced: 0, ended: 0, joinsProposed: 0 };
  for await (const { old, current } of news.replacements()) {
    const outcome = await replaceNumber(context, { old, current, by });
    if (outcome.kind === 'replaced') counts.replaced += 1;
    if ('join' in outcome && outcome.join !== null) counts.joinsProposed += 1;
  }
  for await (const number of news.endings())
    if ((await endPerson(context, number, by)) !== null) counts.ended += 1;
  // What a file does not tell is not counted.
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
