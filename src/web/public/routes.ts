import type { Hono } from 'hono';
import { joinActs } from '../http/area.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import { helpPaths, helpRoutes } from './help/help-routes.ts';
import { homePaths, homeRoutes } from './home/home-routes.ts';
import { securityTxtRoutes } from './security-txt/security-txt-routes.ts';
import { statementsPaths, statementsRoutes } from './statements/statements-routes.ts';

/** The pages around the login: the same for everybody. */
export function openPublicRoutes(web: Web): Hono<WebEnv> {
  return joinActs(web, [homeRoutes, helpRoutes, statementsRoutes, securityTxtRoutes]);
}

/** The addresses of all pages outside a login: for links and tests. */
export const infoPaths: readonly string[] = [...homePaths, ...helpPaths, ...statementsPaths];
