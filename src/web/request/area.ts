import type { Area } from '../http/area.ts';
import { openRequestRoutes } from './routes.ts';

export { requestHandOver } from './hand-over/hand-over.ts';

/** The pages of somebody who asked for a number. */
export const requestArea: Area = {
  begins: ['request'],
  namesCountries: true,
  rules: [
    ['GET', /^\/request\/login$/, 'begin'],
    ['GET', /^\/request\/enter\/:id$/, 'enter'],
    ['POST', /^\/request\/(link|open\/:token)$/, 'request-link-form'],
    ['GET', /^\/request\/open\/:token$/, 'request-link'],
    ['GET', /^\/request\/(stopped|left|link|link\/sent)$/, 'page'],
    ['GET', /^\/request(\/ended)?$/, 'request-start'],
    ['POST', /^\/request\//, 'request-form'],
    ['GET', /^\/request\//, 'request'],
  ],
  open: openRequestRoutes,
};
