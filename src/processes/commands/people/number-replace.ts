import { replaceNumber } from '../../../domain/joining/index.ts';
import type { NationalNumber, NationalNumberRefusal } from '../../../domain/person/index.ts';
import { readReplacement } from '../../../files/numbers/read-numbers.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { withStore } from '../../database/with-store.ts';
import { systemRandomness } from '../../wiring/randomness.ts';
import { operatorName } from '../operator-event.ts';

const unreadable: Readonly<Record<NationalNumberRefusal, string>> = {
  empty: 'is empty',
  letters: 'holds something else than digits',
  length: 'has not 11 digits',
  'not-a-number': 'is not a national number: its check digits or month cannot be',
};

const refusals = {
  'same-number': ['Both numbers are the same.', 'Name the old number first, then the new one.'],
  cycle: [
    'The new number was replaced itself, in the end by the old one: they would go round in a circle.',
    'Name the number that counts now as the second one.',
  ],
  'replaced-by-another': [
    'The old number was replaced before, by another number.',
    'Replace that one by the new number, if it changed again.',
  ],
  'not-registered': [
    'Neither number is in the register of persons.',
    'Import the person under the new number first, with bin/sluis register import.',
  ],
} as const;

/**
 * `sluis number replace FILE`: the register gave somebody another number; who is known by any of them has the new one. Numbers stand in no
 * argument: those can be seen by everybody on the machine, and stay in the history of the shell.
 */
export async function numberReplace(context: CommandContext): Promise<ExitCode> {
  const { output, operands } = context;
  const [file = ''] = operands;
  const named = file === '-' ? 'Standard input' : file;
  const read = await readReplacement(file, new Date());
  switch (read.kind) {
    case 'unreadable':
      return output.refuse(
        /^\d/.test(file) ? 'Numbers are not written on the command line.' : `${named} ${read.reason}.`,
        'Give a file with two lines, the old number and the new one; or - and both on standard input.',
      );
    case 'not-two-lines':
      return output.refuse(
        `${named} has not two lines with a number each.`,
        'Write the old number first, then the new one, each on a line.',
      );
    case 'no-number':
      return output.refuse(
        `${read.which === 'old' ? 'The old number' : 'The new number'} ${unreadable[read.reason]}.`,
        'Write 11 digits; dots, dashes and slashes are ignored.',
      );
    case 'read':
      return replace(context, read.old, read.current);
  }
}

function replace(context: CommandContext, old: NationalNumber, current: NationalNumber): Promise<ExitCode> {
  const { output } = context;
  const { sender } = context.settings().mail;
  return withStore(context, async (store) => {
    const by = { kind: 'operator', id: operatorName() } as const;
    const world = { randomness: systemRandomness, settings: { sender } };
    const outcome = await store.inTransaction(replaceNumber.needs, (stores) =>
      replaceNumber({ stores, world, now: new Date() }, { old, current, by }),
    );
    if (!('person' in outcome)) {
      const [what, next] = refusals[outcome.kind];
      return output.refuse(what, next);
    }
    const { kind, person, join } = outcome;
    output.say(
      kind === 'replaced' ? 'Replaced: every number leads to the new one.' : 'It was replaced before.',
    );
    if (person === null) output.say('Nobody is known here by either number yet.');
    if (join !== null)
      output.say(
        `Two persons turned out to be one: proposal ${join} waits for a case lead, at /cases/joins.`,
      );
    output.result({ outcome: kind, person, join });
    return exitCodes.done;
  });
}
