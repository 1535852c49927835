import { Hono } from 'hono';
import { parseKeyResetSecret } from '../../../domain/key-reset/index.ts';
import { chooseLanguage } from '../../http/choose-language.ts';
import { browserFrame } from '../../http/session/browser-frame.ts';
import { ownBrowser } from '../../http/session/own-browser.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { showClosed } from '../closed-page.ts';
import { readResetForm } from '../read-reset-form.ts';
import { stopPage, stoppedPage } from './stop-page.ts';

/** The link by which whoever reads the mail of a reset says that it was not them. To look at it changes nothing; its button does. */
export function stopRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/lost-key/stop/:secret', async (context) => {
    const chosen = chooseLanguage(web, context);
    if (chosen) return chosen;
    const secret = parseKeyResetSecret(context.req.param('secret'));
    const found = secret && (await world.keyResets.view({ link: 'stop', secret }));
    if (!found) return showClosed(web, context, 'unknown');
    const { standing } = found;
    if (standing !== 'waiting' && standing !== 'open') return showClosed(web, context, standing);
    return context.html(stopPage(browserFrame(web, context, ownBrowser(web, context).secret)));
  });

  routes.post('/lost-key/stop/:secret', async (context) => {
    const fields = await readResetForm(web, context);
    if (fields instanceof Response) return fields;
    const secret = parseKeyResetSecret(context.req.param('secret'));
    const stopped = secret && (await world.keyResets.stopByLink({ secret }));
    return context.redirect(stopped?.kind === 'stopped' ? '/lost-key/stopped' : context.req.path, 303);
  });

  routes.get('/lost-key/stopped', (context) => {
    const page = () => stoppedPage(browserFrame(web, context), world.settings.contact);
    return chooseLanguage(web, context) ?? context.html(page());
  });
  return routes;
}
