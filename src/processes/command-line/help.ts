import { type Command, usageOf } from './command.ts';

const always = [
  ['--json', 'One JSON value instead of lines for people.'],
  ['--help', 'This help.'],
] as const;

/** The list of all commands. */
export function generalHelp(commands: readonly Command[]): string {
  const rows = commands.map((command) => [usageOf(command), command.summary] as const);
  return `${['sluis: access and user management for governments', '', 'Commands:', ...aligned(rows), '', 'Always:', ...aligned(always), '', 'Exit codes: 0 done, 1 refused, 2 wrong use. Settings: docs/reference/settings.md.'].join('\n')}\n`;
}

/** How one command is used. */
export function helpFor(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, option]) => [`--${name}`, option.what] as const,
  );
  return `${[`bin/sluis ${usageOf(command)}`, '', command.summary, '', 'Options:', ...aligned([...options, ...always])].join('\n')}\n`;
}

/** The text of docs/reference/command-line.md, from the table of commands. */
export function commandLinePage(commands: readonly Command[]): string {
  const rows = commands.map((command) => `| \`bin/sluis ${usageOf(command)}\` | ${command.summary} |`);
  const options = commands.flatMap((command) =>
    Object.entries(command.options).map(
      ([name, option]) => `| \`${command.words.join(' ')}\` | \`--${name}\` | ${option.what} |`,
    ),
  );
  return [
    '# The command line',
    '',
    'Type `bin/sluis` in the clone. Every command takes `--json` (one JSON value instead of lines for people) and `--help`.',
    'Exit codes: 0 done, 1 refused, 2 wrong use. Every error says the next step.',
    '',
    '| command | what |',
    '|---|---|',
    ...rows,
    '',
    '| of command | option | what |',
    '|---|---|---|',
    ...options,
    '',
    'This page is written by `bin/sluis docs` from `src/processes/command-line/commands.ts`; a test fails when it is stale.',
    '',
  ].join('\n');
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, what]) => `  ${name.padEnd(width)}  ${what}`);
}
