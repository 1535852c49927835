import type { MeansKind } from '../../../domain/login-means/index.ts';
import { openIdPages } from '../openid/openid-pages.ts';
import type { PagesOfMeans } from './pages-of-means.ts';

/** The kinds of login means that have pages: one line each. eIDAS has its own addresses, from before there were others. */
export const pagesOfMeans: readonly PagesOfMeans[] = [openIdPages];

/** The kinds whose tiles can be pressed. */
export const kindsWithPages: readonly MeansKind[] = ['eidas', ...pagesOfMeans.map(({ kind }) => kind)];
