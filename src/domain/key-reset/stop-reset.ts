import { tellHolder, tellingNeeds } from '../account-keys/index.ts';
import { type ActingPerson, actorOf, actorOneself } from '../acting/index.ts';
import type { Actor } from '../audit/index.ts';
import type { PersonId } from '../person/index.ts';
import {
  type KeyReset,
  type KeyResetId,
  type KeyResetSecret,
  type KeyResetStanding,
  standingOf,
} from './model.ts';
import type { KeyResetRefusal } from './reset-answer.ts';
import { takeReset } from './take-reset.ts';
import { act, type KeyResetContext, recordOn, trailNeeds } from './world.ts';

const endingNeeds = ['keyResets', ...tellingNeeds, ...trailNeeds] as const;

export type StoppedReset =
  | { readonly kind: 'stopped' }
  /** It was over before, or there is none. */
  | { readonly kind: 'closed'; readonly standing: KeyResetStanding | 'unknown' };

/** Whoever reads a mail about a reset says that it was not them. To stop one needs no login: it takes nothing away from anybody. */
export const stopByLink = act(
  endingNeeds,
  async (context, { secret }: { readonly secret: KeyResetSecret }): Promise<StoppedReset> => {
    const reset = await context.stores.keyResets.holdByLink('stop', secret);
    return reset === null ? { kind: 'closed', standing: 'unknown' } : stop(context, reset, null);
  },
);

/** Somebody who is logged in stops the reset of their own keys. */
export const stopOwn = act(
  endingNeeds,
  async (context, { person }: { readonly person: PersonId }): Promise<StoppedReset> => {
    const underWay = await context.stores.keyResets.underWay(person, context.now);
    const reset = underWay && (await context.stores.keyResets.hold(underWay.id));
    return reset ? stop(context, reset, person) : { kind: 'closed', standing: 'unknown' };
  },
);

export type WithdrawReset = { readonly by: ActingPerson; readonly id: KeyResetId };

/** A member of staff takes a reset back, whoever proposed it: as long as no key was bound. */
export const withdrawReset = act(
  endingNeeds,
  async (context, asked: WithdrawReset): Promise<{ readonly kind: 'withdrawn' } | KeyResetRefusal> => {
    const { by } = asked;
    const taken = await takeReset(context, asked);
    if (taken.kind !== 'taken') return taken;
    const { reset } = taken;
    if (!isUnderWay(reset, context.now)) return { kind: 'already-decided' };
    await end(context, reset, { ending: 'withdrawn', by: by.person, actor: actorOf(by) });
    return { kind: 'withdrawn' };
  },
);

async function stop(
  context: KeyResetContext<typeof endingNeeds>,
  reset: KeyReset,
  by: PersonId | null,
): Promise<StoppedReset> {
  if (!isUnderWay(reset, context.now)) return { kind: 'closed', standing: standingOf(reset, context.now) };
  const actor: Actor = by === null ? { kind: 'unknown' } : actorOneself(by);
  await end(context, reset, { ending: 'stopped', by, actor });
  return { kind: 'stopped' };
}

function isUnderWay(reset: KeyReset, at: Date): boolean {
  return ['proposed', 'waiting', 'open'].includes(standingOf(reset, at));
}

/** Ends a reset; whoever was told that it began is told that it is over. */
async function end(
  context: KeyResetContext<typeof endingNeeds>,
  { id, person, language, decided }: KeyReset,
  {
    ending,
    by,
    actor,
  }: { readonly ending: 'stopped' | 'withdrawn'; readonly by: PersonId | null; readonly actor: Actor },
): Promise<void> {
  const { stores, now } = context;
  await stores.keyResets.end(id, { at: now, ending, by });
  const event = { kind: `key-reset.${ending}`, details: { reset: id } } as const;
  const reference = await recordOn(context, [person], actor, event);
  if (decided !== null) await tellHolder(context, person, { template: 'reset-over', reference, language });
}
