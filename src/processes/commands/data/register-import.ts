import { followRegister } from '../../../domain/joining/index.ts';
import type { MailSender } from '../../../domain/notification/index.ts';
import {
  optionalRegisterColumns,
  parseRegisterRow,
  registerColumns,
} from '../../../files/rows/register-row.ts';
import type { RowProblem } from '../../../files/rows/row.ts';
import type { Store } from '../../../store/index.ts';
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
    what: 'register',
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
        names: followRegister.needs,
        follow: (stores, news) => {
          const world = { randomness: systemRandomness, settings: { sender } };
          const by = { kind: 'operator', id: operatorName() } as const;
          return followRegister({ stores, world, now: new Date() }, { news, by });
        },
      }),
    abort: session.abort,
  };
}
