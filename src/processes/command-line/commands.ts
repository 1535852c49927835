import type { Command, CommandContext, ExitCode } from './command.ts';

type Run = (context: CommandContext) => Promise<ExitCode>;

/** What a command needs is loaded when it runs, so that `--help` answers at once. */
function later(load: () => Promise<Run>): Run {
  return async (context) => (await load())(context);
}

/** Every command there is, in the order of the help. */
export const commands: readonly Command[] = [
  {
    words: ['serve'],
    summary: 'Serves the platform on SLUIS_PORT. Any number of these share one database.',
    operands: [],
    options: {},
    run: later(async () => (await import('../commands/platform/serve.ts')).serve),
  },
  {
    words: ['work'],
    summary: 'Sends mail, keeps tables small and the metadata of member states fresh.',
    operands: [],
    options: {},
    run: later(async () => (await import('../commands/platform/work.ts')).work),
  },
  {
    words: ['migrate'],
    summary: 'Brings the database to the schema of this release.',
    operands: [],
    options: {},
    run: later(async () => (await import('../commands/platform/migrate.ts')).migrate),
  },
  {
    words: ['seed'],
    summary: 'Puts the demo world into the database (demo only).',
    operands: [],
    options: {},
    run: later(async () => (await import('../commands/platform/seed.ts')).seed),
  },
  {
    words: ['doctor'],
    summary: 'Checks whether this machine, its settings, database and keys are fit to serve.',
    operands: [],
    options: {},
    run: later(async () => (await import('../commands/platform/doctor.ts')).doctor),
  },
  {
    words: ['demo'],
    summary: 'Runs the demo, as npm start does.',
    operands: [],
    options: {
      reset: { type: 'boolean', what: 'Throw away what the demo kept and begin again.' },
      'time-travel': { type: 'string', what: 'Live so much later: 12h, 30d, 2w. Adds up, until --reset.' },
    },
    run: later(async () => (await import('../commands/platform/demo.ts')).demo),
  },
  {
    words: ['application', 'apply'],
    summary: 'Adds or changes the applications of a JSON file, all or none.',
    operands: ['FILE'],
    options: {
      'dry-run': {
        type: 'boolean',
        what: 'Check the file and say who would lose or gain what, keep nothing.',
      },
    },
    run: later(async () => (await import('../commands/data/application-apply.ts')).applicationApply),
  },
  {
    words: ['application', 'list'],
    summary: 'Lists the applications.',
    operands: [],
    options: {},
    run: later(async () => (await import('../commands/data/application-list.ts')).applicationList),
  },
  {
    words: ['application', 'history'],
    summary: 'Tells what an application defined of rights, each time that it changed, and who applied it.',
    operands: ['ID'],
    options: {},
    run: later(async () => (await import('../commands/data/application-history.ts')).applicationHistory),
  },
  {
    words: ['country', 'apply'],
    summary: 'Adds or changes the eIDAS countries of a JSON file, all or none.',
    operands: ['FILE'],
    options: { 'dry-run': { type: 'boolean', what: 'Check and compare the file, keep nothing.' } },
    run: later(async () => (await import('../commands/data/country-apply.ts')).countryApply),
  },
  {
    words: ['office', 'apply'],
    summary: 'Says where registration offices are and when they are open, from a JSON file, all or none.',
    operands: ['FILE'],
    options: { 'dry-run': { type: 'boolean', what: 'Check and compare the file, keep nothing.' } },
    run: later(async () => (await import('../commands/data/office-apply.ts')).officeApply),
  },
  {
    words: ['country', 'list'],
    summary: 'Lists the eIDAS countries, with the health of their connection.',
    operands: [],
    options: {},
    run: later(async () => (await import('../commands/data/country-list.ts')).countryList),
  },
  {
    words: ['means', 'apply'],
    summary: 'Adds or changes the providers of login means of a JSON file, all or none.',
    operands: ['FILE'],
    options: { 'dry-run': { type: 'boolean', what: 'Check and compare the file, keep nothing.' } },
    run: later(async () => (await import('../commands/data/means-apply.ts')).meansApply),
  },
  {
    words: ['means', 'list'],
    summary: 'Lists the providers of login means that were described, and whether people can use them.',
    operands: [],
    options: {},
    run: later(async () => (await import('../commands/data/means-list.ts')).meansList),
  },
  {
    words: ['register', 'import'],
    summary: 'Imports people into the register of persons from a CSV file.',
    operands: ['FILE'],
    options: { strict: { type: 'boolean', what: 'One bad row, and nothing goes in.' } },
    run: later(async () => (await import('../commands/data/register-import.ts')).registerImport),
  },
  {
    words: ['number', 'replace'],
    summary:
      'Tells that the register gave somebody another national number: FILE has the old and the new one, - reads standard input.',
    operands: ['FILE'],
    options: {},
    run: later(async () => (await import('../commands/people/number-replace.ts')).numberReplace),
  },
  {
    words: ['person', 'join'],
    summary: 'Proposes that two persons are one human; a case lead decides. The first one named stays.',
    operands: ['ID', 'ID'],
    options: { reason: { type: 'string', what: 'Why they are thought to be one; at most 500 characters.' } },
    run: later(async () => (await import('../commands/people/person-join.ts')).personJoin),
  },
  {
    words: ['person', 'allow'],
    summary: 'Tells that an administrator agrees that a joined person has in an organisation what both had.',
    operands: ['JOIN', 'ORGANISATION', 'ADMINISTRATOR'],
    options: {},
    run: later(async () => (await import('../commands/people/person-allow.ts')).personAllow),
  },
  {
    words: ['organisation', 'import'],
    summary: 'Imports organisations, their units and representatives from a CSV file.',
    operands: ['FILE'],
    options: {
      strict: { type: 'boolean', what: 'One bad row, and nothing goes in.' },
      'dry-run': { type: 'boolean', what: 'Check and compare the file, keep nothing.' },
    },
    run: later(async () => (await import('../commands/data/organisation-import.ts')).organisationImport),
  },
  {
    words: ['right', 'import'],
    summary: 'Gives, changes and ends user rights from a CSV file.',
    operands: ['FILE'],
    options: {
      strict: { type: 'boolean', what: 'One bad row, and nothing goes in.' },
      'dry-run': { type: 'boolean', what: 'Tell who would gain or lose what, keep nothing.' },
    },
    run: later(async () => (await import('../commands/data/right-import.ts')).rightImport),
  },
  {
    words: ['staff', 'import'],
    summary: 'Gives, changes and ends the rights of agents and officers from a CSV file.',
    operands: ['FILE'],
    options: { strict: { type: 'boolean', what: 'One bad row, and nothing goes in.' } },
    run: later(async () => (await import('../commands/data/staff-import.ts')).staffImport),
  },
  {
    words: ['staff', 'invite'],
    summary:
      'Invites somebody to work with Sluis, by a link that works once: the way to the first member of staff.',
    operands: [],
    options: {
      right: {
        type: 'string',
        what: 'Dossierbehandelaar, Dossierverantwoordelijke or Registratieambtenaar.',
      },
      email: {
        type: 'string',
        what: 'The address of whoever is invited; the link goes there where mail is sent.',
      },
      organisation: {
        type: 'string',
        what: 'For which organisation, as GID:OVO002949; that of the platform itself when left out.',
      },
      name: { type: 'string', what: 'How they are called in the mail.' },
      language: { type: 'string', what: 'The language of the mail: nl (when left out), fr, de or en.' },
    },
    run: later(async () => (await import('../commands/people/staff-invite.ts')).staffInvite),
  },
  {
    words: ['staff', 'list'],
    summary: 'Lists who works with Sluis by which right, and the invitations that wait.',
    operands: [],
    options: {},
    run: later(async () => (await import('../commands/people/staff-list.ts')).staffList),
  },
  {
    words: ['staff', 'withdraw'],
    summary: 'Takes back an invitation that was not used, or ends all rights of a member of staff.',
    operands: ['ID'],
    options: {},
    run: later(async () => (await import('../commands/people/staff-withdraw.ts')).staffWithdraw),
  },
  {
    words: ['mail', 'list'],
    summary: 'Says how much mail waits, and lists what does not arrive. Never an address or a text.',
    operands: [],
    options: {},
    run: later(async () => (await import('../commands/mail/mail-list.ts')).mailList),
  },
  {
    words: ['mail', 'retry'],
    summary: 'Sends a mail again that is stuck or was refused.',
    operands: ['ID'],
    options: {},
    run: later(async () => (await import('../commands/mail/mail-retry.ts')).mailRetry),
  },
  {
    words: ['mail', 'bounce'],
    summary:
      'Marks the mail that came back, by the notice of a mail server (RFC 3464); - reads standard input.',
    operands: ['FILE'],
    options: {},
    run: later(async () => (await import('../commands/mail/mail-bounce.ts')).mailBounce),
  },
  {
    words: ['matching-log', 'export'],
    summary: 'Writes out what was compared for the person of one request (Regulation (EU) 2025/846).',
    operands: [],
    options: {
      reference: { type: 'string', what: 'The reference of the request: SLU-XXXX-XXXX.' },
      reason: { type: 'string', what: 'asked-by-person, asked-by-supervisor, complaint or suspicion.' },
      format: { type: 'string', what: 'json, or csv.' },
    },
    run: later(async () => (await import('../commands/records/matching-log-export.ts')).matchingLogExport),
  },
  {
    words: ['audit', 'looks'],
    summary: 'Tells who of the staff saw, found or changed one person, newest first.',
    operands: [],
    options: {
      person: { type: 'string', what: 'The id of the person, as events name it.' },
      reference: { type: 'string', what: 'Or the reference of a request: SLU-XXXX-XXXX.' },
      'number-file': {
        type: 'string',
        what: 'Or a file that holds the national number; - reads standard input.',
      },
      reasons: {
        type: 'boolean',
        what: 'Tell the reasons that were given too: words of staff, sealed until now.',
      },
      before: { type: 'string', what: 'Only events before this id: the next page.' },
    },
    run: later(async () => (await import('../commands/records/audit-looks.ts')).auditLooks),
  },
  {
    words: ['key', 'rotate'],
    summary: 'Makes the first keys, or takes the keys of a use a step further.',
    operands: [],
    options: { use: { type: 'string', what: 'Only the keys of this use; bin/sluis key list names them.' } },
    run: later(async () => (await import('../commands/keys/key-rotate.ts')).keyRotate),
  },
  {
    words: ['key', 'list'],
    summary: 'Lists the keys: for what, in which stage, until when. Never the keys themselves.',
    operands: [],
    options: {},
    run: later(async () => (await import('../commands/keys/key-list.ts')).keyList),
  },
  {
    words: ['docs'],
    summary: 'Writes the reference pages that come from the code.',
    operands: [],
    options: { check: { type: 'boolean', what: 'Write nothing; refuse when a page is stale.' } },
    run: later(async () => (await import('../commands/platform/docs.ts')).docs),
  },
];
