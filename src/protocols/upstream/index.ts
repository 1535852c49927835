/** Sluis as a client of OpenID providers: the federal login, and organisations' own. */

export { readClientKeys } from './client-keys.ts';
export type {
  Upstream,
  UpstreamClaims,
  UpstreamDeparture,
  UpstreamLevel,
  UpstreamOutcome,
  UpstreamProvider,
  UpstreamRequest,
  UpstreamWish,
} from './model.ts';
export { openUpstream, type UpstreamOptions } from './open-upstream.ts';
export { type UpstreamRefusal, upstreamRefusals } from './refusal-codes.ts';
