import type { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { type Explained, explain } from '../explain.ts';
import { accessibilityPage, cookiesPage, privacyPage } from './statements-page.ts';

const pages: Readonly<Record<string, Explained>> = {
  '/privacy': (frame, { settings }) => privacyPage(frame, settings.contact),
  '/cookies': (frame, { settings }) => cookiesPage(frame, settings.contact),
  '/accessibility': (frame, { settings }) => accessibilityPage(frame, settings.contact),
};
export const statementsPaths = Object.keys(pages);

/** What is kept of people, what a browser keeps, and who can use the pages. */
export function statementsRoutes(web: Web): Hono<WebEnv> {
  return explain(web, pages);
}
