import { accountArea } from './account/area.ts';
import { casesArea } from './cases/area.ts';
import type { AddressKind } from './http/addresses/addresses.ts';
import type { Area } from './http/area.ts';
import { invitationArea } from './invitation/area.ts';
import { loginArea } from './login/area.ts';
import { officeArea } from './office/area.ts';
import { organisationArea } from './organisation/area.ts';
import { platformArea } from './platform/area.ts';
import { platformAddresses, platformRules } from './platform-addresses.ts';
import { publicArea } from './public/area.ts';
import { requestArea } from './request/area.ts';
import { resetArea } from './reset/area.ts';

/** Every area of the web. A new one is its folder and a line here. */
export const areas: readonly Area[] = [
  invitationArea,
  loginArea,
  casesArea,
  officeArea,
  platformArea,
  requestArea,
  accountArea,
  organisationArea,
  resetArea,
  publicArea,
];

const rules = [...platformRules, ...areas.flatMap((area) => area.rules)];

/** Which kind an address is of; `null` when nobody said yet what it answers when somebody comes back to it. */
export function kindOfAddress(method: string, pattern: string): AddressKind | null {
  const found = rules.find(([by, shape]) => (by === 'any' || by === method) && shape.test(pattern));
  return found?.[2] ?? null;
}

/** Addresses that have no route of the pages: of the protocol, of operators, and of forms, opened by themselves. */
export const otherAddresses: readonly (readonly [method: string, pattern: string])[] = [
  ...platformAddresses,
  ...areas.flatMap(({ placesOfForms = [] }) => placesOfForms.map((path) => ['GET', path] as const)),
];
