import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { addAssets } from '../ground/assets.ts';
import { securityHeaders } from '../ground/headers.ts';
import { openSite, type Site, type SiteAddress } from '../ground/site.ts';
import { languageOf } from './language.ts';
import { addLoginRoutes } from './login-routes.ts';
import type { ApplicationDescription, ClientCredentials } from './model.ts';
import { problemPage } from './pages.ts';
import { connectProvider } from './provider.ts';
import { openSessions } from './sessions.ts';
import { commonTexts } from './texts.ts';
import { openWorkLog } from './work-log.ts';
import { addWorkRoutes } from './work-routes.ts';
import type { ApplicationWorld } from './world.ts';

/** Where an application listens and with which platform it works: `issuer` as in its discovery document. */
export type ApplicationSetting = SiteAddress & {
  readonly issuer: string;
  readonly credentials: ClientCredentials;
};

/**
 * Opens a relying party. The platform is looked for at the first login, so either may start first.
 * Redirect URI `<url>/callback`; after logout `<url>/logged-out`; after a change of capacity `<url>/login`.
 */
export function openApplication(
  description: ApplicationDescription,
  setting: ApplicationSetting,
): Promise<Site> {
  return openSite(setting, (origin) => makeApplication(description, setting, origin));
}

function makeApplication(
  description: ApplicationDescription,
  setting: ApplicationSetting,
  origin: string,
): Hono {
  const slug = description.name.toLowerCase();
  const world: ApplicationWorld = {
    description,
    provider: connectProvider(description, setting.issuer, setting.credentials),
    sessions: openSessions(`${slug}_session`),
    log: openWorkLog(description),
    origin,
    page: (context, path = '/') => ({ description, language: languageOf(context, `${slug}_language`), path }),
  };
  const app = new Hono();
  app.use(securityHeaders(() => [new URL(setting.issuer).origin]));
  app.use(bodyLimit({ maxSize: 20_000 }));
  app.use(csrf({ origin }));
  addAssets(app);
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    const page = world.page(context);
    const texts = commonTexts[page.language];
    const problem = { title: texts.unreachableTitle, text: texts.unreachable, code: null };
    return context.html(problemPage(page, problem), 503);
  });
  addWorkRoutes(app, world);
  addLoginRoutes(app, world);
  return app;
}
