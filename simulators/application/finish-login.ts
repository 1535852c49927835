import type { Context } from 'hono';
import { problemPage } from './pages.ts';
import { readVisitor } from './read-claims.ts';
import { commonTexts } from './texts.ts';
import type { ApplicationWorld } from './world.ts';

/** The redirect URI: turns the code into a visitor, or says kindly why there is none. */
export async function finishLogin(context: Context, world: ApplicationWorld): Promise<Response> {
  const { sessions, description, provider, origin } = world;
  const page = world.page(context);
  const texts = commonTexts[page.language];
  const session = sessions.of(context);
  const callback = new URL(`${origin}/callback${new URL(context.req.url).search}`);
  const pending = session.pending.find((each) => each.state === callback.searchParams.get('state'));
  if (!pending)
    return context.html(problemPage(page, { title: texts.lostTitle, text: texts.lost, code: null }), 400);
  const error = callback.searchParams.get('error');
  if (error === 'access_denied')
    return context.html(
      problemPage(page, { title: texts.stoppedTitle, text: texts.stopped, code: null }),
      403,
    );
  if (error !== null)
    return context.html(
      problemPage(page, { title: texts.failedTitle, text: texts.failed, code: codeOf(error) }),
      400,
    );
  try {
    const finished = await provider.finish(callback, pending);
    const visitor = readVisitor(finished.claims, description.roleClaim);
    sessions.renew(context, { pending: [], visitor: { visitor, idToken: finished.idToken } });
    return context.redirect('/', 303);
  } catch (thrown) {
    const code =
      thrown instanceof Error && 'error' in thrown
        ? codeOf(thrown.error)
        : codeOf(thrown instanceof Error && 'code' in thrown ? thrown.code : null);
    return context.html(problemPage(page, { title: texts.failedTitle, text: texts.failed, code }), 502);
  }
}

/** An error code as OAuth writes them, or the platform's own; anything else is not repeated on a page. */
function codeOf(value: unknown): string {
  return typeof value === 'string' && /^[A-Za-z_]{1,60}$/.test(value) ? value : 'unknown';
}
