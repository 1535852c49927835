import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { referencePages } from '../../reference/reference-pages.ts';
import { faultsOfTexts } from '../../reference/texts.ts';

/** `sluis docs [--check]`: brings the generated reference pages up to date, or refuses when one is not; refuses texts that are amiss, each with its place. */
export async function docs({ output, options, commands }: CommandContext): Promise<ExitCode> {
  const faults = faultsOfTexts().map(({ path, line, what }) => `${path}:${line} ${what}`);
  if (faults.length > 0)
    return output.refuse(`Texts are amiss:\n${faults.join('\n')}`, 'Change these texts.', faults);
  const stale = referencePages(commands).filter((page) => readText(page.path) !== page.text());
  if (options.check === true) {
    const names = stale.map((page) => page.path);
    if (stale.length > 0)
      return output.refuse(`Stale: ${names.join(', ')}.`, 'Run bin/sluis docs and commit.', names);
  } else {
    for (const page of stale) writeFileSync(fileOf(page.path), page.text());
  }
  const paths = stale.map((page) => page.path);
  output.say(paths.length === 0 ? 'All generated pages are up to date.' : `Written: ${paths.join(', ')}.`);
  output.result({ written: paths });
  return exitCodes.done;
}

function fileOf(path: string): string {
  return fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
}

function readText(path: string): string | null {
  try {
    return readFileSync(fileOf(path), 'utf8');
  } catch {
    return null;
  }
}
