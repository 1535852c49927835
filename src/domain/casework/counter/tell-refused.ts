import { correlationCode } from '../../../base/correlation.ts';
import { type ActingPerson, actorOf } from '../../acting/index.ts';
import type { NationalNumber } from '../../person/index.ts';
import { act } from '../case/world.ts';
import { officerOf } from './officer.ts';

export type TellRefused = {
  readonly by: ActingPerson;
  readonly reason: string;
  readonly number: NationalNumber | null;
};

/** A number that was tried and refused leaves a trace: officers see who is registered, and may not go fishing. */
export const tellRefused = act(
  ['audit'],
  async ({ stores, world }, { by, reason, number }: TellRefused): Promise<void> => {
    const officer = officerOf(by);
    if (officer === null) throw new Error('a number is tried at the counter of an office alone');
    await stores.audit.record({
      kind: 'registration-office.number-refused',
      actor: actorOf(by),
      subject: { kind: 'organisation', id: officer.office },
      concerned: number === null ? [] : [{ way: 'searched', number: number.digits }],
      purpose: 'casework',
      details: { reason },
      correlation: correlationCode(world.randomness.bytes(8)),
    });
  },
);
