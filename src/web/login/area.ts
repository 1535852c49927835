import type { Area } from '../http/area.ts';
import { openLoginRoutes } from './routes.ts';

export { kindsWithPages } from './routes.ts';
export { askLogoutPage, signedOutPage } from './signed-out/signed-out-page.ts';

/** A login from its first page to the application, and the logins to our own pages for staff. */
export const loginArea: Area = {
  begins: ['login', 'means', 'eidas', 'staff'],
  namesCountries: true,
  rules: [
    ['GET', /^\/login\/:id$/, 'login'],
    ['GET', /^\/login\/:id\/country$/, 'login-view'],
    ['GET', /^\/login\/:id\/means\/:tile$/, 'tile'],
    ['GET', /^\/login\/:id\/country\/:country$/, 'country'],
    ['GET', /^\/login\/:id\/look$/, 'login-view'],
    ['POST', /^\/login\/:id(\/|$)/, 'login-form'],
    ['GET', /^\/login\/:id\//, 'login-place'],
    ['GET', /^\/means\/:provider\/callback$/, 'arrival'],
    ['any', /^\/means\/:provider\/callback$/, 'answer-place'],
    ['GET', /^\/eidas\/metadata$/, 'page'],
    ['GET', /^\/eidas\/return\/:handle$/, 'arrival'],
    ['GET', /^\/means\/certificate\/return\/:handle$/, 'arrival'],
    ['POST', /^\/eidas\/acs$/, 'answer'],
    ['any', /^\/eidas\/acs$/, 'answer-place'],
    ['GET', /^\/staff\/login$/, 'begin'],
    ['GET', /^\/staff\/enter\/:id$/, 'enter'],
    ['POST', /^\/staff\//, 'staff-leave'],
    ['GET', /^\/staff\/(stopped|left)$/, 'page'],
    ['GET', /^\/staff\/again$/, 'staff-again'],
    ['GET', /^\/staff(\/|$)/, 'staff'],
  ],
  placesOfForms: [
    '/login/:id/more-time',
    '/login/:id/account',
    '/login/:id/again',
    '/login/:id/request',
    '/login/:id/ask',
    '/login/:id/invitation',
  ],
  open: openLoginRoutes,
};
