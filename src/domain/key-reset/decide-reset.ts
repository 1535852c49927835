import { later } from '../../base/time.ts';
import { addressesOf, tellHolder, tellingNeeds } from '../account-keys/index.ts';
import { type ActingPerson, actorOf, checkReason, isSecondPerson } from '../acting/index.ts';
import {
  type KeyReset,
  type KeyResetId,
  overAfter,
  parseKeyResetSecret,
  RESET_WAIT,
  standingOf,
} from './model.ts';
import type { KeyResetRefusal } from './reset-answer.ts';
import { isStillThere, takeReset } from './take-reset.ts';
import { act, type KeyResetContext, recordOn, trailNeeds } from './world.ts';

export type DecideReset = {
  readonly by: ActingPerson;
  readonly id: KeyResetId;
  readonly agrees: boolean;
  readonly comment: string;
};

export type DecidedReset = { readonly kind: 'agreed' | 'refused' } | KeyResetRefusal;

const agreeingNeeds = ['keyResets', 'register', ...tellingNeeds, ...trailNeeds] as const;

/**
 * A second member of staff agrees or does not. When they agree, the person is told at once at every address of theirs, with the link by which
 * they say that it was not them.
 */
export const decideReset = act(agreeingNeeds, async (context, asked: DecideReset): Promise<DecidedReset> => {
  const { stores, now } = context;
  const { by, id } = asked;
  const taken = await takeReset(context, asked);
  if (taken.kind !== 'taken') return taken;
  const { reset } = taken;
  if (standingOf(reset, now) !== 'proposed') return { kind: 'already-decided' };
  if (!isSecondPerson(by, reset.proposedBy)) return { kind: 'own-decision' };
  const comment = asked.comment.trim();
  const errors = checkReason('comment', comment);
  if (errors.length > 0) return { kind: 'wrong', errors };
  const actor = actorOf(by);
  const details = { reset: id };
  if (!asked.agrees) {
    await stores.keyResets.end(id, { at: now, ending: 'refused', by: by.person, comment });
    await recordOn(context, [reset.person], actor, { kind: 'key-reset.refused', details });
    return { kind: 'refused' };
  }
  if (!(await isStillThere(context, reset.person))) {
    await stores.keyResets.end(id, { at: now, ending: 'person-gone', by: null });
    return { kind: 'already-decided' };
  }
  if ((await addressesOf(context, reset.person)).length === 0) return { kind: 'no-address' };
  await agree(context, reset, { by, comment });
  return { kind: 'agreed' };
});

async function agree(
  context: KeyResetContext<typeof agreeingNeeds>,
  { id, person, language }: KeyReset,
  { by, comment }: Pick<DecideReset, 'by' | 'comment'>,
): Promise<void> {
  const { stores, world, now } = context;
  const stop = parseKeyResetSecret(world.randomness.token());
  if (stop === null) throw new Error('the source of randomness is amiss');
  const opensAt = later(now, RESET_WAIT);
  const expiresAt = overAfter(opensAt);
  await stores.keyResets.agree(id, { by: by.person, at: now, comment, opensAt, expiresAt, stop });
  const event = { kind: 'key-reset.agreed', details: { reset: id } } as const;
  const reference = await recordOn(context, [person], actorOf(by), event);
  const link = `${world.settings.sender.origin}/lost-key/stop/${stop}`;
  const more = { link, at: opensAt.toISOString() };
  await tellHolder(context, person, { template: 'reset-begun', reference, language, more });
}
