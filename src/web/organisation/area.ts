import type { Area } from '../http/area.ts';
import { openOrganisationRoutes } from './routes.ts';

/** The pages on which organisations decide who may act for them. */
export const organisationArea: Area = {
  begins: ['organisation'],
  namesCountries: true,
  rules: [
    ['GET', /^\/organisation\/login$/, 'begin'],
    ['GET', /^\/organisation\/enter\/:id$/, 'enter'],
    ['GET', /^\/organisation\/(stopped|left)$/, 'page'],
    ['GET', /^\/organisation\/again$/, 'organisation-again'],
    ['POST', /^\/organisation\/leave$/, 'organisation-leave'],
    ['POST', /^\/organisation\//, 'organisation-form'],
    ['GET', /^\/organisation(\/|$)/, 'organisation'],
  ],
  open: openOrganisationRoutes,
};
