import { type CommandContext, type ExitCode, exitCodes } from '../command.ts';
import { withStore } from '../with-store.ts';

const MOST = 200;

/** `sluis mail list`: how much mail stands where, and what does not arrive. Never an address or a text. */
export function mailList(context: CommandContext): Promise<ExitCode> {
  return withStore(context, async ({ outbox }) => {
    const [counts, troubled] = [await outbox.countsByState(), await outbox.troubled(MOST)];
    const { waiting, stuck, bounced, sent } = counts;
    context.output.say(`${waiting} waiting, ${stuck} stuck, ${bounced} came back, ${sent} sent`);
    for (const mail of troubled) {
      const state = mail.bounced === null ? `tried ${mail.attempts} times` : 'came back';
      const code = mail.bounced?.code ?? mail.lastError ?? '';
      const since = mail.createdAt.toISOString();
      context.output.say(`${mail.id}  ${since}  ${mail.template ?? ''}  ${state}  ${code}`.trimEnd());
    }
    if (troubled.length > 0) context.output.say('sluis mail retry ID sends one again.');
    context.output.result({ counts, troubled });
    return exitCodes.done;
  });
}
