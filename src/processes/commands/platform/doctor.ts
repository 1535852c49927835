import { SettingsFailure } from '../../../config/load.ts';
import type { Settings } from '../../../config/settings.ts';
import type { Finding } from '../../checks/check.ts';
import { fail, ok } from '../../checks/check.ts';
import { checkDatabase } from '../../checks/database.ts';
import { checkDocuments } from '../../checks/documents.ts';
import { checkDemo, checkProxies } from '../../checks/exposure.ts';
import { checkKeys } from '../../checks/keys.ts';
import { checkDataFolder, checkMail, checkNode, checkOrigin, checkSender } from '../../checks/machine.ts';
import { checkNumbers } from '../../checks/numbers.ts';
import { checkScanner } from '../../checks/scanner.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';

/** `sluis doctor`: one line a point, each with what to do; refused when one of them keeps Sluis from serving. */
export async function doctor({ output, settings }: CommandContext): Promise<ExitCode> {
  const findings = [checkNode(process.versions.node), ...(await examine(settings))];
  for (const finding of findings) {
    output.say(`${finding.verdict.padEnd(5)} ${finding.point.padEnd(16)} ${finding.what}`);
    if (finding.verdict !== 'ok') output.say(`${' '.repeat(23)}→ ${finding.next}`);
  }
  output.result({ findings });
  return findings.some((each) => each.verdict === 'fail') ? exitCodes.refused : exitCodes.done;
}

async function examine(load: () => Settings): Promise<readonly Finding[]> {
  let settings: Settings;
  try {
    settings = load();
  } catch (error) {
    if (!(error instanceof SettingsFailure)) throw error;
    return error.problems.map((problem) =>
      fail('settings', problem, 'docs/reference/settings.md says what it may be.'),
    );
  }
  return [
    ok('settings', 'all can be used'),
    checkOrigin(settings),
    checkDemo(settings),
    checkProxies(settings),
    checkDataFolder(settings),
    ...(await checkDatabase(settings, () => new Date())),
    ...(await checkKeys(settings, new Date())),
    ...(await checkNumbers(settings, () => new Date())),
    checkMail(settings),
    checkSender(settings),
    await checkScanner(settings),
    await checkDocuments(),
  ];
}
