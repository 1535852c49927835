import {
  type CatalogueChange,
  type CatalogueVersion,
  compareCatalogues,
  parseApplicationId,
} from '../../../domain/application/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';

/** `sluis application history ID`: every version of what an application defines of rights, the newest first. */
export function applicationHistory(context: CommandContext): Promise<ExitCode> {
  const [typed = ''] = context.operands;
  return withStore(context, async (store) => {
    const id = parseApplicationId(typed);
    const versions =
      id === null
        ? []
        : await store.inTransaction(['catalogueVersions'], ({ catalogueVersions }) =>
            catalogueVersions.of(id),
          );
    if (versions.length === 0)
      return context.output.refuse(
        'There is no application with this id whose rights were ever described.',
        'bin/sluis application list names those that there are.',
      );
    for (const [place, version] of versions.entries())
      context.output.say(lineOf(version, versions[place + 1] ?? null));
    context.output.result({ application: id, versions });
    return exitCodes.done;
  });
}

function lineOf(version: CatalogueVersion, before: CatalogueVersion | null): string {
  const change = compareCatalogues(before?.catalogue ?? null, version.catalogue);
  const by = version.by === null ? 'before versions were kept' : `by ${version.by}`;
  return `${version.number}  ${version.at.toISOString()}  ${by}  ${change === null ? '' : wordsOf(change)}`.trimEnd();
}

function wordsOf({ added, removed, changed, isOtherwise }: CatalogueChange): string {
  return [
    ...added.map((right) => `+${right}`),
    ...removed.map((right) => `-${right}`),
    ...changed.map((right) => `~${right}`),
    ...(isOtherwise ? ['packages or target groups'] : []),
  ].join(' ');
}
