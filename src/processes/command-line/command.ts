import type { ParseArgsOptionDescriptor } from 'node:util';
import type { Settings } from '../../config/settings.ts';
import type { ExitCode } from './exit-code.ts';
import type { Output } from './output.ts';

export { type ExitCode, exitCodes } from './exit-code.ts';

/** An option of one command: as `parseArgs` of Node wants it, with a line for the help. */
export type CommandOption = ParseArgsOptionDescriptor & { readonly what: string };

/** What a command is given. */
export type CommandContext = {
  /** What stands after the words of the command, as many as `operands` says. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly output: Output;
  /** The table in which the command stands. */
  readonly commands: readonly Command[];
  /** Reads the settings. Throws `SettingsFailure`, which the dispatcher shows. */
  settings(): Settings;
};

/** One line of the command table. */
export type Command = {
  /** `['application', 'apply']` is typed `sluis application apply`. */
  readonly words: readonly string[];
  /** One sentence for the list of commands. */
  readonly summary: string;
  /** Names of what must stand after the words: `['FILE']`. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, CommandOption>>;
  run(context: CommandContext): Promise<ExitCode>;
};

/** `application apply FILE [--dry-run]`: how a command is typed. */
export function usageOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) =>
    option.type === 'string' ? `[--${name} VALUE]` : `[--${name}]`,
  );
  return [...command.words, ...command.operands, ...options].join(' ');
}
