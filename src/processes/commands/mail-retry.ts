import { type CommandContext, type ExitCode, exitCodes } from '../command.ts';
import { withStore } from '../with-store.ts';

/** `sluis mail retry ID`: puts a mail that is stuck or was refused back in the queue. */
export function mailRetry(context: CommandContext): Promise<ExitCode> {
  const [id = ''] = context.operands;
  return withStore(context, async ({ outbox }) => {
    if (!(await outbox.retry(id, new Date())))
      return context.output.refuse(
        `${id} is no mail that can be sent again: it left, is tried within a minute, or its text is gone.`,
        'sluis mail list shows what does not arrive.',
      );
    context.output.say('It is sent again by the next worker.');
    context.output.result({ retried: id });
    return exitCodes.done;
  });
}
