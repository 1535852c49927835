import { writeCsv } from '../../../domain/case-reports/index.ts';
import {
  exportFormats,
  exportReasons,
  matchingRows,
  openMatchingLog,
} from '../../../domain/matching-log/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';
import { systemRandomness } from '../../wiring/randomness.ts';
import { operatorName } from '../operator-event.ts';

/** `sluis matching-log export`: what was compared for the person of one request, as JSON or CSV on standard output. */
export async function matchingLogExport(context: CommandContext): Promise<ExitCode> {
  const { options, output } = context;
  const { reference } = options;
  const reason = exportReasons.find((each) => each === options.reason);
  const format = exportFormats.find((each) => each === (options.format ?? 'json'));
  if (typeof reference !== 'string' || !reason || !format) {
    return output.refuse(
      'The reference, the reason or the format is missing or unknown.',
      `bin/sluis matching-log export --reference SLU-XXXX-XXXX --reason ${exportReasons.join('|')} [--format ${exportFormats.join('|')}]`,
    );
  }
  return withStore(context, async (store) => {
    const log = openMatchingLog({
      clock: () => new Date(),
      randomness: systemRandomness,
      inTransaction: store.inTransaction,
    });
    const exported = await log.exportForOperator({
      operator: operatorName(),
      of: { reference },
      reason,
      format,
    });
    if (exported.kind !== 'exported') {
      return output.refuse(
        `There is no request ${reference}.`,
        'Check each letter and digit of the reference.',
      );
    }
    const { entries } = exported;
    if (format === 'csv') output.say(writeCsv(matchingRows(entries)).trimEnd());
    else output.say(JSON.stringify({ entries }, null, 2));
    output.result({ entries });
    return exitCodes.done;
  });
}
