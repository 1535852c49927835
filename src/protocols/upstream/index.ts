/** Sluis as a client of OpenID providers: the federal login, and organisations' own. */

export { discoveryRequest } from './discovery.ts';
export { openUpstream, type UpstreamOptions } from './open-upstream.ts';
export type { UpstreamRefusal } from './upstream-refusal.ts';
