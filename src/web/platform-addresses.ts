import type { AddressRule } from './http/addresses/addresses.ts';

/** What the addresses answer that belong to no area: files, the protocol of applications, and what is for operators. */
export const platformRules: readonly AddressRule[] = [
  ['GET', /^\/assets\//, 'file'],
  ['any', /^\/op\/v1\/auth$/, 'authorization'],
  ['GET', /^\/op\/v1\/auth\/:interaction$/, 'resume'],
  ['any', /^\/op\/v1\/logout$/, 'logout'],
  ['any', /^\/op\/v1\/(token|introspect|userinfo)$/, 'machine'],
  ['GET', /^\/(op\/v1\/keys|op\/\.well-known\/openid-configuration|health\/(live|ready)|metrics)$/, 'page'],
];

/** Addresses that have no route of the pages: of the protocol, and of operators. */
export const platformAddresses: readonly (readonly [method: string, pattern: string])[] = [
  ['GET', '/op/.well-known/openid-configuration'],
  ['GET', '/op/v1/auth'],
  ['POST', '/op/v1/auth'],
  ['GET', '/op/v1/auth/:interaction'],
  ['POST', '/op/v1/token'],
  ['GET', '/op/v1/userinfo'],
  ['POST', '/op/v1/userinfo'],
  ['POST', '/op/v1/introspect'],
  ['GET', '/op/v1/keys'],
  ['GET', '/op/v1/logout'],
  ['POST', '/op/v1/logout'],
  ['GET', '/metrics'],
];
