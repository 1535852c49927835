/** What is seen: the pages and endpoints of the platform, opened on the ports that `processes` provides. */

export { kindOfAddress, otherAddresses } from './areas.ts';
export {
  type AddressAnswer,
  type AddressKind,
  addressKinds,
  type Situation,
  situations,
} from './http/addresses/addresses.ts';
export { type Door, type DoorOptions, openDoor } from './http/door/open-door.ts';
export { openThrottle } from './http/door/throttle.ts';
export { nearestPage } from './http/nearest-page.ts';
export { isFetchedAhead } from './http/speculative.ts';
export type * from './http/web-world.ts';
export { kindsWithPages } from './login/area.ts';
export { openPages, type Pages } from './open-pages.ts';
export { openWeb } from './open-web.ts';
export { pathLanguagesIn } from './texts/path-languages.ts';
