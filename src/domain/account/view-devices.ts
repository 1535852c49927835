import type { ApplicationId } from '../application/index.ts';
import type { LoginMeansCode } from '../login-means/index.ts';
import { isThis } from './end-logins.ts';
import type { LiveLogin } from './live-logins.ts';
import type { AccountOwner } from './model.ts';
import type { OwnDevice } from './own-logins.ts';
import { act } from './world.ts';

/** A browser, with the logins in it that count now. */
export type DeviceView = OwnDevice & {
  readonly isThis: boolean;
  readonly means: readonly LoginMeansCode[];
  readonly applications: readonly ApplicationId[];
  /** Since when somebody is logged in there; `null` where nobody is now. */
  readonly since: Date | null;
};

/** Where somebody logged in: this browser first, then those where a login counts now, then the others. */
export const viewDevices = act(
  ['ownLogins', 'liveLogins'],
  async ({ stores, now }, { owner }: { readonly owner: AccountOwner }): Promise<readonly DeviceView[]> => {
    const { devices } = await stores.ownLogins.of(owner.person);
    const live = await stores.liveLogins.of(owner.person, now);
    const views = devices.map((device) =>
      viewOf(
        owner,
        device,
        live.filter((each) => each.device === device.id),
      ),
    );
    return views.toSorted((one, other) => rank(one) - rank(other));
  },
);

function viewOf(owner: AccountOwner, device: OwnDevice, live: readonly LiveLogin[]): DeviceView {
  const means = live.flatMap((each) => (each.means === null ? [] : [each.means]));
  const first = live.map(({ at }) => at.getTime());
  return {
    ...device,
    isThis: isThis(owner, device.id),
    means: [...new Set(means)],
    applications: [...new Set(live.map(({ application }) => application))],
    since: first.length === 0 ? null : new Date(Math.min(...first)),
  };
}

function rank({ isThis: here, since }: DeviceView): number {
  if (here) return 0;
  return since === null ? 2 : 1;
}
