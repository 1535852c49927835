import {
  type AttemptId,
  type BrowserBinding,
  type ElsewhereEntry,
  parseAttemptId,
  type WebSessionKind,
} from '../../../login/index.ts';
import { showProblem } from '../show-problem.ts';
import { readBrowser, type Web, type WebContext } from '../web-context.ts';
import { sessionSecret } from './session-cookie.ts';

/** Takes the end of a login of our own, named in the address: the answer where it opens nothing, otherwise what it came to. */
export async function enterOwn<Entry extends { readonly kind: string }>(
  web: Web,
  context: WebContext,
  session: WebSessionKind,
  enter: (id: AttemptId, browser: BrowserBinding, former: string | null) => Promise<Entry | ElsewhereEntry>,
): Promise<Exclude<Entry, ElsewhereEntry> | Response> {
  const unknown = () => showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
  const id = parseAttemptId(context.req.param('id') ?? '');
  if (!id) return unknown();
  const browser = readBrowser(web, context);
  const binding = web.world.bindBrowser(browser.secret ?? '');
  const entry = await enter(id, binding, sessionSecret(web, context, session));
  if (isElsewhere(entry)) {
    switch (entry.kind) {
      case 'problem':
        return showProblem(web, context, {
          ...entry.view,
          path: `/login/${id}`,
          formToken: browser.formToken,
        });
      case 'unknown':
        return unknown();
      case 'not-finished':
        return context.redirect(`/login/${id}`, 303);
    }
  }
  return entry as Exclude<Entry, ElsewhereEntry>;
}

function isElsewhere(entry: { readonly kind: string }): entry is ElsewhereEntry {
  return entry.kind === 'problem' || entry.kind === 'unknown' || entry.kind === 'not-finished';
}
