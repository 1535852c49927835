import type { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { type Explained, explain } from '../explain.ts';
import { homePage } from './home-page.ts';

const pages: Readonly<Record<string, Explained>> = {
  '/': async (frame, { settings, demo }) =>
    homePage(frame, settings.contact, demo && { places: demo.places, stories: await demo.stories() }),
};
export const homePaths = Object.keys(pages);

/** `/`: what this is; in the demo where to begin and whom to be. */
export function homeRoutes(web: Web): Hono<WebEnv> {
  return explain(web, pages);
}
