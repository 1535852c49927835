import { Hono } from 'hono';
import { pageLanguage, rememberLanguage } from '../http/page-language.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import type { Frame } from '../ui/frame.ts';
import type { Html } from '../ui/html.ts';
import type { Contact } from '../ui/journey-page.ts';
import {
  belgianCompanyPage,
  foreignCompanyPage,
  helpPage,
  registrationOfficePage,
} from './help/help-page.ts';
import { homePage } from './home/home-page.ts';
import { securityText } from './security-txt/security-txt.ts';
import { accessibilityPage, cookiesPage, privacyPage } from './statements/statements-page.ts';

const OFFICE = '/help/registration-office';

/** The pages of explanation, by address. */
const articles: Readonly<Record<string, (frame: Frame, contact: Contact) => Html>> = {
  '/help': helpPage,
  '/help/belgian-company': belgianCompanyPage,
  '/help/foreign-company': foreignCompanyPage,
  [OFFICE]: registrationOfficePage,
  '/privacy': privacyPage,
  '/cookies': cookiesPage,
  '/accessibility': accessibilityPage,
};

/** The addresses of all pages outside a login: for links and tests. */
export const infoPaths: readonly string[] = ['/', ...Object.keys(articles)];

/** RFC 9116 3. */
const SECURITY_TEXT = '/.well-known/security.txt';

/** The pages around the login. The language asked for in the address is remembered. */
export function infoRoutes({ world, frames, languages, secure }: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  for (const path of infoPaths) {
    routes.get(path, async (context) => {
      const asked = languages.parse(context.req.query('lang'));
      if (asked) context.header('set-cookie', rememberLanguage(asked, secure));
      const frame = frames({ language: pageLanguage(context.req.raw, languages), isOnPath: true, path });
      const article = articles[path];
      if (path === OFFICE)
        return context.html(registrationOfficePage(frame, world.settings.contact, await world.offices()));
      if (article) return context.html(article(frame, world.settings.contact));
      const { demo } = world;
      const shown = demo && { places: demo.places, stories: await demo.stories() };
      return context.html(homePage(frame, world.settings.contact, shown));
    });
  }
  routes.get(SECURITY_TEXT, (context) => context.text(securityText(world.settings, world.clock())));
  return routes;
}
