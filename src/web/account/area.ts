import type { Area } from '../http/area.ts';
import { openAccountRoutes } from './routes.ts';

/** The pages of one's own account. */
export const accountArea: Area = {
  begins: ['account', 'aanvraag', 'aanvraag_werkrelatie'],
  namesCountries: true,
  rules: [
    ['GET', /^\/account\/login$/, 'begin'],
    ['GET', /^\/account\/enter\/:id$/, 'enter'],
    ['GET', /^\/account\/(stopped|left)$/, 'page'],
    ['GET', /^\/account\/again$/, 'account-again'],
    ['POST', /^\/account\/leave$/, 'account-leave'],
    ['POST', /^\/account\//, 'account-form'],
    ['GET', /^\/account(\/|$)/, 'account'],
    ['GET', /^\/aanvraag(_werkrelatie)?$/, 'prepared-link'],
  ],
  open: openAccountRoutes,
};
