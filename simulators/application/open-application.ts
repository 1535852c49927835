import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { addAssets } from '../ground/assets.ts';
import { securityHeaders } from '../ground/headers.ts';
import { openSite, type Site, type SiteAddress } from '../ground/site.ts';
import { finishLogin } from './finish-login.ts';
import { languageOf } from './language.ts';
import type { ApplicationDescription, ClientCredentials } from './model.ts';
import { type PageSetting, problemPage, welcomePage } from './pages.ts';
import { connectProvider, newPendingLogin } from './provider.ts';
import { openSessions } from './sessions.ts';
import { commonTexts } from './texts.ts';
import { visitorPage } from './visitor-page.ts';
import { openWorkLog } from './work-log.ts';

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
  const provider = connectProvider(description, setting.issuer, setting.credentials);
  const sessions = openSessions(`${slug}_session`);
  const log = openWorkLog(description);
  const app = new Hono();
  const pageSetting = (context: Parameters<typeof languageOf>[0], path = '/'): PageSetting => ({
    description,
    language: languageOf(context, `${slug}_language`),
    path,
  });
  app.use(securityHeaders(() => [new URL(setting.issuer).origin]));
  app.use(bodyLimit({ maxSize: 20_000 }));
  app.use(csrf({ origin }));
  addAssets(app);
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    const page = pageSetting(context);
    const texts = commonTexts[page.language];
    return context.html(
      problemPage(page, { title: texts.unreachableTitle, text: texts.unreachable, code: null }),
      503,
    );
  });

  app.get('/', (context) => {
    const page = pageSetting(context);
    const { visitor } = sessions.of(context);
    if (!visitor) return context.html(welcomePage(page, null));
    const notice = context.req.query('done') === undefined ? null : ({ kind: 'done' } as const);
    return context.html(
      visitorPage(page, { visitor: visitor.visitor, done: log.of(visitor.visitor), notice, values: {} }),
    );
  });
  app.get('/login', async (context) => {
    const session = sessions.of(context);
    const pending = newPendingLogin();
    const { language } = pageSetting(context);
    const url = await provider.authorizationUrl({ ...pending, redirectUri: `${origin}/callback`, language });
    sessions.save(context, { ...session, pending: [...session.pending, pending] });
    return context.redirect(url.href, 302);
  });
  app.get('/callback', (context) =>
    finishLogin(context, { description, provider, sessions, origin, page: pageSetting(context) }),
  );
  app.get('/logged-out', (context) => {
    const page = pageSetting(context, '/logged-out');
    return context.html(welcomePage(page, commonTexts[page.language].loggedOut));
  });
  app.post('/switch', async (context) => {
    const parameters = {
      client_id: description.clientId,
      post_logout_redirect_uri: `${origin}/login`,
      switch: 'true',
    };
    const url = await provider.endSessionUrl(parameters);
    sessions.renew(context, { pending: [], visitor: null });
    return context.redirect(url.href, 303);
  });
  app.post('/logout', async (context) => {
    const idToken = sessions.of(context).visitor?.idToken;
    const parameters = { client_id: description.clientId, post_logout_redirect_uri: `${origin}/logged-out` };
    const url = await provider.endSessionUrl(
      idToken ? { ...parameters, id_token_hint: idToken } : parameters,
    );
    sessions.renew(context, { pending: [], visitor: null });
    return context.redirect(url.href, 303);
  });
  app.post('/work', async (context) => {
    const page = pageSetting(context);
    const { visitor: session } = sessions.of(context);
    if (!session) return context.redirect('/', 303);
    const { visitor } = session;
    const values = textValues(await context.req.parseBody(), description, page);
    const refuse = (kind: 'refused' | 'fill-in', status: 403 | 422) =>
      context.html(visitorPage(page, { visitor, done: log.of(visitor), notice: { kind }, values }), status);
    if (!description.work.mayDo(visitor)) return refuse('refused', 403);
    if (Object.values(values).some((value) => value === '' || value.length > 120))
      return refuse('fill-in', 422);
    log.add(visitor, description.work.line(values));
    return context.redirect('/?done', 303);
  });
  return app;
}

function textValues(
  body: Readonly<Record<string, unknown>>,
  description: ApplicationDescription,
  page: PageSetting,
): Readonly<Record<string, string>> {
  const entries = description.work.fields(page.language).map((field) => {
    const value = body[field.name];
    return [field.name, typeof value === 'string' ? value.trim() : ''] as const;
  });
  return Object.fromEntries(entries);
}
