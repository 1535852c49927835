import { parseArgs } from 'node:util';
import { loadSettings, SettingsFailure } from '../../config/load.ts';
import { EmbeddedPostgresFailure } from '../../outside/postgres/failure.ts';
import { explainDatabase } from '../database/explain-database.ts';
import { explainSystem } from '../database/explain-system.ts';
import { type Command, type ExitCode, exitCodes } from './command.ts';
import { generalHelp, helpFor } from './help.ts';
import { nearest } from './nearest.ts';
import { makeOutput, type Output } from './output.ts';

const everywhere = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

export type DispatchIo = {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly environment: NodeJS.ProcessEnv;
};

/** Runs the command that the arguments name, out of this table. Returns the exit code; every refusal was printed. */
export async function dispatch(
  commands: readonly Command[],
  argv: readonly string[],
  io: DispatchIo,
): Promise<ExitCode> {
  const output = makeOutput(argv.includes('--json'), io);
  const words = argv.filter((each) => !each.startsWith('-'));
  if (words.length === 0 || (words[0] === 'help' && words.length === 1))
    return helpAlone(commands, argv, io, output);
  if (words[0] === 'help') return helpAbout(commands, words.slice(1), io, output);
  const command = findCommand(commands, words);
  if (command === null) return unknownCommand(commands, words, output);
  const given = read(command, argv);
  if (given.kind === 'wrong')
    return wrongUse(
      output,
      given.problem,
      `bin/sluis ${command.words.join(' ')} --help says how it is used.`,
    );
  if (given.options.help === true) {
    io.out(helpFor(command));
    return exitCodes.done;
  }
  try {
    const settings = () => loadSettings(io.environment);
    const { operands, options } = given;
    return await command.run({ operands, options, output, commands, settings });
  } catch (error) {
    return brokenDependency(error, output);
  }
}

function helpAlone(
  commands: readonly Command[],
  argv: readonly string[],
  io: DispatchIo,
  output: Output,
): ExitCode {
  const asked = ['--help', '-h', 'help'];
  const [unknown] = argv.filter((each) => !asked.includes(each) && each !== '--json');
  if (unknown !== undefined)
    return wrongUse(output, `${unknown} is not an option.`, 'bin/sluis --help lists the commands.');
  if (argv.some((each) => asked.includes(each))) {
    io.out(generalHelp(commands));
    return exitCodes.done;
  }
  io.error(generalHelp(commands));
  return exitCodes.wrongUse;
}

function helpAbout(
  commands: readonly Command[],
  words: readonly string[],
  io: DispatchIo,
  output: Output,
): ExitCode {
  const command = findCommand(commands, words);
  const family = commands.filter((each) => each.words[0] === words[0]);
  if (command === null && family.length === 0) return unknownCommand(commands, words, output);
  io.out(command === null ? generalHelp(family) : helpFor(command));
  return exitCodes.done;
}

function findCommand(commands: readonly Command[], words: readonly string[]): Command | null {
  return commands.find((command) => command.words.every((word, place) => words[place] === word)) ?? null;
}

function unknownCommand(commands: readonly Command[], words: readonly string[], output: Output): ExitCode {
  const typed = words.slice(0, 2).join(' ');
  const named = commands.map((command) => command.words.join(' '));
  const family = named.filter((each) => each.split(' ')[0] === words[0]);
  const firsts = [...new Set(commands.flatMap((command) => command.words.slice(0, 1)))];
  const begun = nearest(words[0] ?? '', firsts);
  const meant =
    family.length > 0
      ? family
      : named.filter((each) => begun.includes(each.split(' ')[0] ?? '') || nearest(typed, [each]).length > 0);
  const next =
    meant.length > 0
      ? `There is: ${meant.map((each) => `bin/sluis ${each}`).join(', ')}.`
      : 'bin/sluis --help lists the commands.';
  return wrongUse(output, `"${typed}" is not a command.`, next);
}

type Given =
  | {
      readonly kind: 'given';
      readonly operands: readonly string[];
      readonly options: Readonly<Record<string, string | boolean | undefined>>;
    }
  | { readonly kind: 'wrong'; readonly problem: string };

function read(command: Command, argv: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...command.options, ...everywhere },
      allowPositionals: true,
    });
    const options = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map(String).join(',') : value,
      ]),
    );
    const operands = positionals.slice(command.words.length);
    if (values.help !== true && operands.length !== command.operands.length) {
      const wanted = command.operands.length === 0 ? 'nothing' : command.operands.join(' ');
      return {
        kind: 'wrong',
        problem: `After "${command.words.join(' ')}" comes ${wanted}; this is ${operands.length} words.`,
      };
    }
    return { kind: 'given', operands, options };
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'wrong', problem: error.message };
    throw error;
  }
}

function wrongUse(output: Output, what: string, next: string): ExitCode {
  output.refuse(what, next);
  return exitCodes.wrongUse;
}

/** What is broken outside is told with what to do; what is broken inside keeps its stack. */
function brokenDependency(error: unknown, output: Output): ExitCode {
  if (error instanceof SettingsFailure) {
    return output.refuse(
      error.problems.join('\n'),
      'Mend these settings: docs/reference/settings.md has them all.',
      error.problems,
    );
  }
  if (error instanceof EmbeddedPostgresFailure)
    return output.refuse(error.message, 'bin/sluis doctor says more.');
  const trouble = explainSystem(error) ?? explainDatabase(error);
  if (trouble !== null) return output.refuse(trouble.what, trouble.next);
  throw error;
}
