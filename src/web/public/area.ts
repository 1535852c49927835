import type { Area } from '../http/area.ts';
import { openPublicRoutes } from './routes.ts';

/** The pages around the login: the same for everybody. */
export const publicArea: Area = {
  begins: ['', 'help', 'privacy', 'cookies', 'accessibility', '.well-known'],
  namesCountries: false,
  rules: [
    ['GET', /^\/(\.well-known\/security\.txt|privacy|cookies|accessibility|help(\/[a-z-]+)?)?$/, 'page'],
  ],
  open: openPublicRoutes,
};
