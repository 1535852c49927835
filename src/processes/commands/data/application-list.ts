import { textIn } from '../../../base/language.ts';
import type { Application } from '../../../domain/application/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';

function withoutSecret(application: Application) {
  if (application.protocol === 'own') return application;
  const { secret, ...rest } = application;
  return { ...rest, hasSecret: secret !== null };
}

/** `sluis application list`: every application, without its secret. */
export function applicationList(context: CommandContext): Promise<ExitCode> {
  return withStore(context, async (store) => {
    const applications = await store.applications.list();
    for (const { id, name, assurance, openTo } of applications) {
      const groups = openTo.map((opening) => `${opening.targetGroup}/${opening.level}`).join(' ');
      context.output.say(`${id}  ${textIn(name, 'en')}  ${assurance}  ${groups}`);
    }
    if (applications.length === 0)
      context.output.say('There are no applications. bin/sluis application apply FILE adds some.');
    context.output.result({
      applications: applications.map(withoutSecret),
    });
    return exitCodes.done;
  });
}
