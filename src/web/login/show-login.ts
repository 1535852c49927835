import { eidasTile, type TileCode } from '../../domain/login-means/index.ts';
import { parseAttemptId, type View } from '../../login/index.ts';
import { withForm } from '../http/form-again.ts';
import { rememberLanguage } from '../http/page-language.ts';
import { showProblem } from '../http/show-problem.ts';
import { readBrowser, type Web, type WebContext } from '../http/web-context.ts';
import { waitingIn } from './leave.ts';
import { lastMeansIn } from './remembered-means.ts';
import { showView } from './show-view.ts';
import { tilePath } from './tile-path.ts';

const MAX_QUERY = 60;

/** Shows where a login stands, or the page of a tile as long as that can be chosen; in the language that the address asks for. */
export async function showLogin(
  web: Web,
  context: WebContext,
  tile: TileCode | null = null,
): Promise<Response> {
  const { world } = web;
  const id = parseAttemptId(context.req.param('id') ?? '');
  if (!id) return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
  const path = `/login/${id}`;
  const place = tile === null ? path : tilePath(path, { tile });
  if (place !== context.req.path) return context.redirect(path, 303);
  const browser = readBrowser(web, context);
  const binding = world.bindBrowser(browser.secret ?? '');
  const language = web.languages.parse(context.req.query('lang'));
  if (language) {
    await world.login.changeLanguage(id, binding, language);
    rememberLanguage(web, context, language);
    return context.redirect(withForm(context, place), 303);
  }
  const query = (context.req.query('q') ?? '').trim().slice(0, MAX_QUERY);
  const view = await world.login.show(id, binding, lastMeansIn(web, context), tile, waitingIn(web, context));
  if (place !== path && !isPageOf(tile, view)) return context.redirect(withForm(context, path), 303);
  return showView(web, context, browser, view, { path, place, query });
}

function isPageOf(tile: TileCode | null, view: View): boolean {
  return view.kind === 'page' && tile === eidasTile && view.page.kind === 'country';
}
