import type { Area } from '../http/area.ts';
import { openInvitationRoutes } from './routes.ts';

/** The page on which somebody who is invited comes to work with Sluis. */
export const invitationArea: Area = {
  begins: ['invitation'],
  namesCountries: false,
  rules: [
    ['GET', /^\/invitation\/enter\/:id$/, 'enter-invitation'],
    ['GET', /^\/invitation\/stopped$/, 'invitation'],
    ['GET', /^\/invitation\/work\/:secret$/, 'invitation'],
    ['GET', /^\/invitation\/:secret(\/login)?$/, 'invitation'],
    ['POST', /^\/invitation\/:secret(\/login)?$/, 'invitation-form'],
  ],
  open: openInvitationRoutes,
};
