import type { Command, CommandContext, ExitCode } from './command.ts';

type Run = (context: CommandContext) => Promise<ExitCode>;

/** What a command needs is loaded when it runs, so that `--help` answers at once. */
function later(load: () => Promise<Run>): Run {
  return async (context) => (await load())(context);
}

/** Every command there is, in the order of the help. */
export const commands: readonly Command[] = [
  {
    words: ['doctor'],
    summary: 'Checks whether this machine, its settings, database and keys are fit to serve.',
    operands: [],
    options: {},
    run: later(async () => (await import('./commands/doctor.ts')).doctor),
  },
  {
    words: ['application', 'apply'],
    summary: 'Adds or changes the applications of a JSON file, all or none.',
    operands: ['FILE'],
    options: { 'dry-run': { type: 'boolean', what: 'Check and compare the file, keep nothing.' } },
    run: later(async () => (await import('./commands/application-apply.ts')).applicationApply),
  },
  {
    words: ['application', 'list'],
    summary: 'Lists the applications.',
    operands: [],
    options: {},
    run: later(async () => (await import('./commands/application-list.ts')).applicationList),
  },
  {
    words: ['country', 'apply'],
    summary: 'Adds or changes the eIDAS countries of a JSON file, all or none.',
    operands: ['FILE'],
    options: { 'dry-run': { type: 'boolean', what: 'Check and compare the file, keep nothing.' } },
    run: later(async () => (await import('./commands/country-apply.ts')).countryApply),
  },
  {
    words: ['country', 'list'],
    summary: 'Lists the eIDAS countries, with the health of their connection.',
    operands: [],
    options: {},
    run: later(async () => (await import('./commands/country-list.ts')).countryList),
  },
  {
    words: ['register', 'import'],
    summary: 'Imports people into the register of persons from a CSV file.',
    operands: ['FILE'],
    options: { strict: { type: 'boolean', what: 'One bad row, and nothing goes in.' } },
    run: later(async () => (await import('./commands/register-import.ts')).registerImport),
  },
  {
    words: ['organisation', 'import'],
    summary: 'Imports organisations and their representatives from a CSV file.',
    operands: ['FILE'],
    options: { strict: { type: 'boolean', what: 'One bad row, and nothing goes in.' } },
    run: later(async () => (await import('./commands/organisation-import.ts')).organisationImport),
  },
  {
    words: ['docs'],
    summary: 'Writes the reference pages that come from the code.',
    operands: [],
    options: { check: { type: 'boolean', what: 'Write nothing; refuse when a page is stale.' } },
    run: later(async () => (await import('./commands/docs.ts')).docs),
  },
];
