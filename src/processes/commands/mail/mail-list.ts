import { DAY, later } from '../../../base/time.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';

const MOST = 200;

/** `sluis mail list`: how much mail stands where, and what does not arrive. Never an address or a text. */
export function mailList(context: CommandContext): Promise<ExitCode> {
  return withStore(context, async ({ outbox }) => {
    const [counts, troubled] = [
      await outbox.countsByState(later(new Date(), -DAY)),
      await outbox.troubled(MOST),
    ];
    const { waiting, stuck, bounced, sent } = counts;
    context.output.say(
      `${waiting} waiting, ${stuck} stuck, ${bounced} came back, ${sent} sent in the last 24 hours`,
    );
    for (const mail of troubled) {
      const state = mail.bounced === null ? `tried ${mail.attempts} times` : 'came back';
      const code = mail.bounced?.code ?? mail.lastError ?? '';
      const since = mail.createdAt.toISOString();
      context.output.say(`${mail.id}  ${since}  ${mail.template ?? ''}  ${state}  ${code}`.trimEnd());
    }
    const jobs = (await outbox.stuck()).filter(({ kind }) => kind === 'job');
    for (const job of jobs)
      context.output.say(
        `${job.id}  ${job.since.toISOString()}  job  tried ${job.attempts} times  ${job.lastError}`,
      );
    if (troubled.length + jobs.length > 0) context.output.say('bin/sluis mail retry ID sends one again.');
    context.output.result({ counts, troubled, jobs });
    return exitCodes.done;
  });
}
