import type { MemberState } from '../states.ts';

/** Where a simulated node is found. `entityId` is, as eIDAS asks, the address of its metadata. */
export type NodeAddresses = { readonly entityId: string; readonly singleSignOn: string };

/** Addresses of a state's node under the origin of the simulator. */
export function addressesOf(origin: string, state: MemberState): NodeAddresses {
  const base = `${origin}/${state.code.toLowerCase()}`;
  return { entityId: `${base}/metadata`, singleSignOn: `${base}/sso` };
}
