import type { MeansKind } from '../../../domain/login-means/index.ts';
import { appCodePages } from '../app-code/app-code-pages.ts';
import { certificatePages } from '../certificate/certificate-pages.ts';
import { emailCodePages } from '../email-code/email-code-pages.ts';
import { openIdPages } from '../openid/openid-pages.ts';
import { passkeyPages } from '../passkey/passkey-pages.ts';
import type { PagesOfMeans } from './pages-of-means.ts';

/** The kinds of login means that have pages: one line each. eIDAS has its own addresses, from before there were others. */
export const pagesOfMeans: readonly PagesOfMeans[] = [
  openIdPages,
  certificatePages,
  passkeyPages,
  appCodePages,
  emailCodePages,
];

/** The kinds whose tiles can be pressed. */
export const kindsWithPages: readonly MeansKind[] = ['eidas', ...pagesOfMeans.map(({ kind }) => kind)];
