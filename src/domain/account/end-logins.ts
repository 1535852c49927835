import type { DeviceId } from './known-logins.ts';
import type { AccountOwner } from './model.ts';
import { type AccountContext, act, decisionOf } from './world.ts';

export const endingNeeds = ['ownLogins', 'endings'] as const;

/** Ends every login of this person that rests on another browser than the one they are in; how many browsers that were. */
export async function endElsewhere(
  { stores, now }: AccountContext<typeof endingNeeds>,
  { person, authentication }: AccountOwner,
): Promise<number> {
  const others = (await stores.ownLogins.of(person)).devices
    .map(({ id }) => id)
    .filter((id) => id !== authentication.device);
  if (others.length > 0) await stores.endings.end(others, now, now);
  return others.length;
}

export type EndedDevice = { readonly kind: 'ended' | 'unknown-device' | 'this-device' };

/** Ends every login in one browser: single sign-on, applications, pages of our own. What follows needs a new login there. */
export const endDevice = act(
  ['audit', ...endingNeeds],
  async (
    { stores, now },
    { owner, device }: { readonly owner: AccountOwner; readonly device: string },
  ): Promise<EndedDevice> => {
    const { devices } = await stores.ownLogins.of(owner.person);
    const found = devices.find(({ id }) => id === device)?.id;
    if (found === undefined) return { kind: 'unknown-device' };
    if (isThis(owner, found)) return { kind: 'this-device' };
    await stores.endings.end([found], now, now);
    await stores.audit.record(eventOf(owner, 1));
    return { kind: 'ended' };
  },
);

/** Ends every login in every other browser. */
export const endOtherDevices = act(
  ['audit', ...endingNeeds],
  async (context, { owner }: { readonly owner: AccountOwner }): Promise<{ readonly count: number }> => {
    const count = await endElsewhere(context, owner);
    await context.stores.audit.record(eventOf(owner, count));
    return { count };
  },
);

/** Whether somebody is in this browser now. */
export function isThis({ authentication }: AccountOwner, device: DeviceId): boolean {
  return authentication.device === device;
}

function eventOf({ person, correlation }: AccountOwner, devices: number) {
  return decisionOf(person, { kind: 'account.logins-ended', details: { devices }, correlation });
}
