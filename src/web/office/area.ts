import type { Area } from '../http/area.ts';
import { openOfficeRoutes } from './routes.ts';

/** The counter of a registration office. */
export const officeArea: Area = {
  begins: ['office'],
  namesCountries: true,
  rules: [
    ['GET', /^\/office(\/|$)/, 'staff'],
    ['POST', /^\/office(\/|$)/, 'staff-form'],
  ],
  open: openOfficeRoutes,
};
