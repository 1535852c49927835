/** Sluis as a client of OpenID providers: the federal login, and organisations' own. */

export { readClientKeys } from './client-keys.ts';
export { openUpstream, type UpstreamOptions } from './open-upstream.ts';
export { type UpstreamRefusal, upstreamRefusals } from './refusal-codes.ts';
