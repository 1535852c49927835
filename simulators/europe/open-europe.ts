import type { Clock } from '../../src/base/time.ts';
import { openSite, type Site } from '../ground/site.ts';
import { readOrMakeKeys, type StateKeys } from './keys.ts';
import { addressesOf } from './node/addresses.ts';
import { writeStateMetadata } from './node/write-metadata.ts';
import { makeEurope } from './routes.ts';
import type { EuropeSetting } from './setting.ts';
import { type MemberState, memberStates } from './states.ts';

/** What Belgium needs of one state to connect it. */
export type EuropeMember = {
  readonly state: MemberState;
  /** Trust anchor, PEM. */
  readonly trust: string;
  readonly metadataUrl: string;
  /** Signed metadata as they are served at this moment. */
  metadata(): string;
};

export type Europe = Site & { readonly members: readonly EuropeMember[] };

/** Opens all simulated member states under one address: `<url>/<country>/metadata` and `<url>/<country>/sso`. */
export async function openEurope(setting: EuropeSetting): Promise<Europe> {
  const keys = await readOrMakeKeys(setting.folder, setting.clock());
  const site = await openSite(setting, (origin) => makeEurope(setting, keys, origin));
  return { ...site, members: memberStates.map((state) => memberOf(state, keys, site.url, setting.clock)) };
}

function memberOf(
  state: MemberState,
  keys: Readonly<Record<string, StateKeys>>,
  origin: string,
  clock: Clock,
): EuropeMember {
  const own = keys[state.code];
  if (!own) throw new Error(`no keys for ${state.code}`);
  const addresses = addressesOf(origin, state);
  return {
    state,
    trust: own.trust,
    metadataUrl: addresses.entityId,
    metadata: () => writeStateMetadata(state, own, addresses, clock()),
  };
}
