import { replaceNumber } from '../../domain/joining/index.ts';
import {
  type NationalNumber,
  type NationalNumberRefusal,
  parseNationalNumber,
} from '../../domain/person/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../command.ts';
import { operatorName } from '../import/operator-event.ts';
import { systemRandomness } from '../randomness.ts';
import { withStore } from '../with-store.ts';

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

/** `sluis number replace OLD NEW`: the register gave somebody another number; who is known by any of them has the new one. */
export async function numberReplace(context: CommandContext): Promise<ExitCode> {
  const { output } = context;
  const [old, current] = context.operands.map((text) => parseNationalNumber(text, new Date()));
  for (const [which, parsed] of [
    ['OLD', old],
    ['NEW', current],
  ] as const)
    if (parsed?.kind !== 'parsed')
      return output.refuse(
        `${which} ${unreadable[parsed?.reason ?? 'empty']}.`,
        'Write 11 digits; dots, dashes and slashes are ignored.',
      );
  return replace(context, numberIn(old), numberIn(current));
}

function numberIn(parsed: ReturnType<typeof parseNationalNumber> | undefined): NationalNumber {
  if (parsed?.kind !== 'parsed') throw new Error('only a number that was read is replaced');
  return parsed.number;
}

function replace(context: CommandContext, old: NationalNumber, current: NationalNumber): Promise<ExitCode> {
  const { output } = context;
  const { sender } = context.settings().mail;
  return withStore(context, async (store) => {
    const by = { kind: 'operator', id: operatorName() } as const;
    const world = { randomness: systemRandomness, settings: { sender } };
    const outcome = await store.inTransaction((stores) =>
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
