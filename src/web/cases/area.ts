import type { Area } from '../http/area.ts';
import { openCasesRoutes } from './routes.ts';

/** The desk of agents. */
export const casesArea: Area = {
  begins: ['cases'],
  namesCountries: true,
  rules: [
    ['GET', /^\/cases(\/|$)/, 'staff'],
    ['POST', /^\/cases(\/|$)/, 'staff-form'],
  ],
  open: openCasesRoutes,
};
