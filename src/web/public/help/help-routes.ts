import type { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { type Explained, explain } from '../explain.ts';
import {
  administratorPage,
  belgianCompanyPage,
  foreignCompanyPage,
  helpPage,
  registrationOfficePage,
} from './help-page.ts';

const pages: Readonly<Record<string, Explained>> = {
  '/help': (frame, { settings }) => helpPage(frame, settings.contact),
  '/help/belgian-company': (frame, { settings }) => belgianCompanyPage(frame, settings.contact),
  '/help/foreign-company': (frame, { settings }) => foreignCompanyPage(frame, settings.contact),
  '/help/administrator': (frame, { settings }) => administratorPage(frame, settings.contact),
  '/help/registration-office': async (frame, world) =>
    registrationOfficePage(frame, world.settings.contact, await world.offices()),
};
export const helpPaths = Object.keys(pages);

/** `/help`: who to call, and what comes. */
export function helpRoutes(web: Web): Hono<WebEnv> {
  return explain(web, pages);
}
