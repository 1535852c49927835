import { Hono } from 'hono';
import { pageLanguage, rememberLanguage } from '../http/page-language.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import type { WebWorld } from '../http/web-world.ts';
import type { Frame } from '../ui/frame.ts';
import type { Html } from '../ui/html.ts';

/** Makes a page that is the same for everybody. */
export type Explained = (frame: Frame, world: WebWorld) => Html | Promise<Html>;

/** Pages that are the same for everybody, by address. The language asked for in the address is remembered. */
export function explain(
  { world, frames, languages, secure }: Web,
  pages: Readonly<Record<string, Explained>>,
): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  for (const [path, page] of Object.entries(pages))
    routes.get(path, async (context) => {
      const asked = languages.parse(context.req.query('lang'));
      if (asked) rememberLanguage({ secure }, context, asked);
      return context.html(
        await page(
          frames({ language: pageLanguage(context.req.raw, languages), isOnPath: true, path }),
          world,
        ),
      );
    });
  return routes;
}
