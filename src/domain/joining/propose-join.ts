import { type ActingWithReason, checkReason, mayActIn } from '../acting/index.ts';
import type { NationalNumber, PersonId } from '../person/index.ts';
import { addProposal } from './add-proposal.ts';
import type { JoinError, JoinRefusal } from './join-answer.ts';
import { isAboutOneself } from './take-join.ts';
import { act, type JoiningContext } from './world.ts';

/** `kept` and `other`: numbers of the two persons; `null` where what was typed is none. */
export type ProposeJoin = {
  readonly by: ActingWithReason;
  readonly kept: NationalNumber | null;
  readonly other: NationalNumber | null;
};

/** A case lead finds that two persons are one: it waits for a second one. */
export const proposeJoin = act(
  ['persons', ...addProposal.needs],
  async (
    context,
    wish: ProposeJoin,
  ): Promise<{ readonly kind: 'proposed' | 'already-proposed'; readonly id: string } | JoinRefusal> => {
    const { by } = wish;
    if (!mayActIn('case-lead', by)) return { kind: 'not-allowed' };
    const [kept, other] = [await behind(context, wish.kept), await behind(context, wish.other)];
    const errors: readonly JoinError[] = [
      ...(kept === null ? [{ field: 'kept', code: 'unknown-number' } as const] : []),
      ...(other === null ? [{ field: 'other', code: 'unknown-number' } as const] : []),
      ...checkReason('reason', by.reason),
    ];
    if (errors.length > 0 || kept === null || other === null) return { kind: 'wrong', errors };
    if (isAboutOneself({ kept, other }, by)) return { kind: 'own-case' };
    const proposer = { kind: 'person', id: by.person } as const;
    const proposed = await addProposal(context, { kept, other, reason: by.reason.trim(), by: proposer });
    if (proposed.kind === 'proposed' || proposed.kind === 'already-proposed') return proposed;
    return { kind: 'wrong', errors: [{ field: 'other', code: 'same-person' }] };
  },
);

async function behind(
  { stores }: JoiningContext<['persons']>,
  number: NationalNumber | null,
): Promise<PersonId | null> {
  return number === null ? null : ((await stores.persons.findByNumber(number))?.id ?? null);
}
