import type { Hono } from 'hono';
import type { MeansKind } from '../../domain/login-means/index.ts';
import { joinActs } from '../http/area.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import { answerInvitationRoutes } from './answer-invitation/answer-invitation-routes.ts';
import { appCodePages } from './app-code/app-code-pages.ts';
import { askAccessRoutes } from './ask-access/ask-access-routes.ts';
import { beginAgainRoutes } from './begin-again/begin-again-routes.ts';
import { bindAccountRoutes } from './bind-account/bind-account-routes.ts';
import { certificatePages } from './certificate/certificate-pages.ts';
import { eidasRoutes } from './eidas/eidas-routes.ts';
import { emailCodePages } from './email-code/email-code-pages.ts';
import { journeyRoutes } from './journey/journey-routes.ts';
import type { PagesOfMeans } from './means/pages-of-means.ts';
import { moreTimeRoutes } from './more-time/more-time-routes.ts';
import { openIdPages } from './openid/openid-pages.ts';
import { passkeyPages } from './passkey/passkey-pages.ts';
import { staffRoutes } from './staff/routes.ts';
import { tileRoutes } from './tile/tile-routes.ts';
import { toCountryRoutes } from './to-country/to-country-routes.ts';
import { toRequestRoutes } from './to-request/to-request-routes.ts';

/** The kinds of login means that have pages: one line each. eIDAS has its own addresses, from before there were others. */
const pagesOfMeans: readonly PagesOfMeans[] = [
  openIdPages,
  certificatePages,
  passkeyPages,
  appCodePages,
  emailCodePages,
];

/** The kinds whose tiles can be pressed. */
export const kindsWithPages: readonly MeansKind[] = ['eidas', ...pagesOfMeans.map(({ kind }) => kind)];

/** A login, from its first page to the application; and the logins to our own pages for staff. */
export function openLoginRoutes(web: Web): Hono<WebEnv> {
  return joinActs(web, [
    journeyRoutes,
    (each) => tileRoutes(each, pagesOfMeans),
    toCountryRoutes,
    moreTimeRoutes,
    beginAgainRoutes,
    bindAccountRoutes,
    toRequestRoutes,
    askAccessRoutes,
    answerInvitationRoutes,
    eidasRoutes,
    staffRoutes,
  ]);
}
