import type { Area } from '../http/area.ts';
import { openResetRoutes } from './routes.ts';

/** The way back in for somebody who has lost every key. */
export const resetArea: Area = {
  begins: ['lost-key'],
  namesCountries: false,
  rules: [
    ['GET', /^\/lost-key(\/(stopped|bound))?$/, 'page'],
    ['GET', /^\/lost-key\/(stop\/)?:secret$/, 'reset-link'],
    ['POST', /^\/lost-key(\/(stop\/)?:secret)?$/, 'reset-form'],
  ],
  open: openResetRoutes,
};
