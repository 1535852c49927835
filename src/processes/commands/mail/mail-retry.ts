import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';

/** `sluis mail retry ID`: puts a mail or a job that is stuck, set aside or was refused back in the queue. */
export function mailRetry(context: CommandContext): Promise<ExitCode> {
  const [id = ''] = context.operands;
  return withStore(context, async ({ outbox }) => {
    if (!(await outbox.retry(id, new Date())))
      return context.output.refuse(
        `${id} is no mail or job that can be tried again: it left, is tried within a minute, or its text is gone.`,
        'bin/sluis mail list shows what does not arrive.',
      );
    context.output.say('It is sent again by the next worker.');
    context.output.result({ retried: id });
    return exitCodes.done;
  });
}
