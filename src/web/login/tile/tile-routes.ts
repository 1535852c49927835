import { Hono } from 'hono';
import { eidasTile, parseTileCode, usableOffer } from '../../../domain/login-means/index.ts';
import { type AttemptId, parseAttemptId } from '../../../login/index.ts';
import { joinActs } from '../../http/area.ts';
import { readBrowser, type Web, type WebEnv } from '../../http/web-context.ts';
import type { AtTile, PagesOfMeans } from '../means/pages-of-means.ts';
import { readOwnForm } from '../own-form.ts';
import { showLogin } from '../show-login.ts';

/** Where tiles lead, below the address of a login: to the pages of their kind of means, with the other addresses of each kind. */
export function tileRoutes(web: Web, kinds: readonly PagesOfMeans[]): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/login/:id/means/:tile', async (context) => {
    const tile = context.req.param('tile');
    const id = parseAttemptId(context.req.param('id'));
    const { secret } = readBrowser(web, context);
    const found = id && secret !== null ? await pressed(id, secret, tile) : null;
    // What cannot be pressed here and now leads to where the login stands.
    return found ? found.pages.enter(web, context, found.at) : showLogin(web, context, parseTileCode(tile));
  });

  routes.post('/login/:id/means/:tile', async (context) => {
    const form = await readOwnForm(web, context);
    if (form instanceof Response) return form;
    const found = await pressed(form.id, form.secret, context.req.param('tile'));
    return (
      (await found?.pages.submit?.(web, context, { ...found.at, fields: form.fields })) ??
      context.redirect(`/login/${form.id}`, 303)
    );
  });

  async function pressed(
    id: AttemptId,
    secret: string,
    text: string,
  ): Promise<{ readonly pages: PagesOfMeans; readonly at: AtTile } | null> {
    const code = parseTileCode(text);
    if (code === null || code === eidasTile) return null;
    const binding = web.world.bindBrowser(secret);
    const standing = await web.world.login.standing(id, binding);
    if (standing.kind === 'problem') return null;
    const offer = usableOffer(standing.tiles, code);
    const pages = offer && kinds.find(({ kind }) => kind === offer.tile.kind);
    return pages ? { pages, at: { standing, offer, binding, path: `/login/${id}` } } : null;
  }

  const others = kinds.flatMap(({ routes: own }) => (own ? [own] : []));
  return routes.route('/', joinActs(web, others));
}
