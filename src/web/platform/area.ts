import type { Area } from '../http/area.ts';
import { openPlatformRoutes } from './routes.ts';

/** The platform's own administrators: staff, organisations, target groups and applications. */
export const platformArea: Area = {
  begins: ['platform'],
  namesCountries: true,
  rules: [
    ['GET', /^\/platform(\/|$)/, 'staff'],
    ['POST', /^\/platform(\/|$)/, 'staff-form'],
  ],
  open: openPlatformRoutes,
};
