import type { Duty } from '../../base/duty.ts';
import { MINUTE } from '../../base/time.ts';
import type { World } from '../../base/unit-of-work.ts';
import { type AccountKeySettings, tellHolder, tellingNeeds } from '../account-keys/index.ts';
import { type KeyResetId, lastDayOf, parseKeyResetSecret, standingOf } from './model.ts';
import { isStillThere } from './take-reset.ts';
import { act, bindKeyResets, type KeyResetStores, recordOn, trailNeeds } from './world.ts';

/** The day has passed, and nobody said that it was not them: the person gets the link that binds a new key. */
export const sendLink = act(
  ['keyResets', 'register', ...tellingNeeds, ...trailNeeds],
  async (context, { id }: { readonly id: KeyResetId }): Promise<void> => {
    const { stores, world, now } = context;
    const reset = await stores.keyResets.hold(id);
    if (reset === null || standingOf(reset, now) !== 'waiting' || (reset.opensAt ?? now) > now) return;
    const { person, language } = reset;
    if (!(await isStillThere(context, person)))
      return stores.keyResets.end(id, { at: now, ending: 'person-gone', by: null });
    const secret = parseKeyResetSecret(world.randomness.token());
    if (secret === null) throw new Error('the source of randomness is amiss');
    await stores.keyResets.markSent(id, secret, now);
    const event = { kind: 'key-reset.link-sent', details: { reset: id } } as const;
    const reference = await recordOn(context, [person], { kind: 'system' }, event);
    const more = { link: `${world.settings.sender.origin}/lost-key/${secret}`, until: lastDayOf(reset) };
    await tellHolder(context, person, { template: 'reset-link', reference, language, more });
  },
);

const endExpired = act(['keyResets'], async ({ stores, now }): Promise<void> => stores.keyResets.expire(now));
const findDue = act(
  ['keyResets'],
  ({ stores, now }): Promise<readonly KeyResetId[]> => stores.keyResets.due(now),
);

/** Every minute: links that are due are mailed, each in a transaction of its own, and what is over by time ends. */
export function keyResetDuty(world: World<KeyResetStores, AccountKeySettings>): Duty {
  const run = bindKeyResets(world);
  return {
    name: 'key-resets',
    every: MINUTE,
    async run() {
      await run(endExpired)(undefined);
      for (const id of await run(findDue)(undefined)) await run(sendLink)({ id });
    },
  };
}
