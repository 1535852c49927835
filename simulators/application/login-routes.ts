import type { Hono } from 'hono';
import { finishLogin } from './finish-login.ts';
import { welcomePage } from './pages.ts';
import { newPendingLogin } from './provider.ts';
import { commonTexts } from './texts.ts';
import type { ApplicationWorld } from './world.ts';

/** `/login`, `/callback`, `/switch`, `/logout` and `/logged-out`: to the platform and back. */
export function addLoginRoutes(app: Hono, world: ApplicationWorld): void {
  const { sessions, provider, description, origin } = world;
  app.get('/login', async (context) => {
    const session = sessions.of(context);
    const pending = newPendingLogin();
    const { language } = world.page(context);
    const url = await provider.authorizationUrl({ ...pending, redirectUri: `${origin}/callback`, language });
    sessions.save(context, { ...session, pending: [...session.pending, pending] });
    return context.redirect(url.href, 302);
  });
  app.get('/callback', (context) => finishLogin(context, world));
  // ACM "switch identiteit": the login stays, the choice for whom to act comes again.
  app.post('/switch', async (context) => {
    const back = { client_id: description.clientId, post_logout_redirect_uri: `${origin}/login` };
    const url = await provider.endSessionUrl({ ...back, switch: 'true' });
    sessions.renew(context, { pending: [], visitor: null });
    return context.redirect(url.href, 303);
  });
  app.post('/logout', async (context) => {
    const idToken = sessions.of(context).visitor?.idToken;
    const back = { client_id: description.clientId, post_logout_redirect_uri: `${origin}/logged-out` };
    const url = await provider.endSessionUrl(idToken ? { ...back, id_token_hint: idToken } : back);
    sessions.renew(context, { pending: [], visitor: null });
    return context.redirect(url.href, 303);
  });
  app.get('/logged-out', (context) => {
    const page = world.page(context, '/logged-out');
    return context.html(welcomePage(page, commonTexts[page.language].loggedOut));
  });
}
