/** What is seen: the pages and endpoints of the platform, opened on the ports that `processes` provides. */

export {
  type AddressAnswer,
  type AddressKind,
  addressKinds,
  kindOfAddress,
  otherAddresses,
  type Situation,
  situations,
} from './http/addresses.ts';
export { nearestPage } from './http/nearest-page.ts';
export { openPages, type Pages } from './http/open-pages.ts';
export { openWeb } from './http/open-web.ts';
export { pageLanguage } from './http/page-language.ts';
export type * from './http/web-world.ts';
export type { Resend } from './pages/problem-page.ts';
export type * from './request/applicant-world.ts';
