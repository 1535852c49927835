import { spokenIn } from '../../../login/index.ts';
import { keepForm, withForm } from '../../http/form-again.ts';
import { rememberLanguage } from '../../http/page-language.ts';
import { readBrowser, type Web, type WebContext } from '../../http/web-context.ts';
import type { Frame } from '../../ui/frame.ts';
import { tilePath } from '../tile-path.ts';
import type { AtTile } from './pages-of-means.ts';

/** The frame of a page that stands at a tile, or the way to the same page in another language, for whoever chose one on it. */
export async function frameAtTile(
  web: Web,
  context: WebContext,
  { standing, offer, binding, path }: AtTile,
): Promise<Frame | Response> {
  const { attempt } = standing;
  const place = tilePath(path, { tile: offer.tile.code });
  const chosen = web.languages.parse(context.req.query('lang'));
  if (chosen) {
    await web.world.login.changeLanguage(attempt.id, binding, chosen);
    rememberLanguage(web, context, chosen);
    return context.redirect(withForm(context, place), 303);
  }
  const { formToken } = readBrowser(web, context);
  const now = web.world.clock();
  const frame = web.frames({ language: spokenIn(attempt), isOnPath: true, path, formToken, attempt, now });
  return keepForm(context, { ...frame, languagePath: (other) => `${place}?lang=${other}` });
}
