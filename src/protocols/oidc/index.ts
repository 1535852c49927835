export type { OidcKey, SigningAlgorithm } from './keys.ts';
export type { Oidc } from './open-oidc.ts';
export { openOidc } from './open-oidc.ts';
export type { OidcPorts, OidcStores } from './ports.ts';
export type { OidcSettings } from './world.ts';
