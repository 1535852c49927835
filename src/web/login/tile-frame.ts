import { spokenIn } from '../../login/index.ts';
import { keepForm, withForm } from '../http/form-again.ts';
import { rememberLanguage } from '../http/page-language.ts';
import { readBrowser, type Web, type WebContext } from '../http/web-context.ts';
import type { Frame } from '../ui/frame.ts';
import type { AtTile } from './means/pages-of-means.ts';
import { tilePath } from './tile-path.ts';

/** The address of the page of a tile. */
export function placeOf({ offer, path }: Pick<AtTile, 'offer' | 'path'>): string {
  return tilePath(path, { tile: offer.tile.code });
}

/** The frame of the page of a tile: what leaves the login is posted to its address, and other languages show the same page. */
export function tileFrame(web: Web, context: WebContext, at: AtTile, place = placeOf(at)): Frame {
  const { attempt } = at.standing;
  const { formToken } = readBrowser(web, context);
  const now = web.world.clock();
  const language = spokenIn(attempt);
  const frame = web.frames({ language, isOnPath: true, path: at.path, formToken, attempt, now });
  const separator = place.includes('?') ? '&' : '?';
  return keepForm(context, { ...frame, languagePath: (other) => `${place}${separator}lang=${other}` });
}

/** Changes to the language that the address asks for, and leads to the page in it; `null` where it asks for none. */
export async function inLanguage(
  web: Web,
  context: WebContext,
  at: AtTile,
  place = placeOf(at),
): Promise<Response | null> {
  const language = web.languages.parse(context.req.query('lang'));
  if (!language) return null;
  await web.world.login.changeLanguage(at.standing.attempt.id, at.binding, language);
  rememberLanguage(web, context, language);
  return context.redirect(withForm(context, place), 303);
}
