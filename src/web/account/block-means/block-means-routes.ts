import { Hono } from 'hono';
import { type LoginMeansCode, loginMeans, parseLoginMeans } from '../../../domain/login-means/index.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { meansInWords } from '../../ui/means-words.ts';
import { confirmPage } from '../confirm-page.ts';
import { languageOf } from '../holder.ts';
import { isAfterLogin, openedFresh, readFreshForm } from '../owner.ts';

const done = {
  blocked: 'blocked',
  unblocked: 'unblocked',
  'unknown-means': 'gone',
  'in-use': 'in-use',
  'too-weak': 'too-weak',
} as const;

/** Blocking a means for oneself, and letting it be used again. */
export function blockMeansRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  for (const act of ['block', 'unblock'] as const) {
    routes.get(`/account/keys/${act}/:means`, (context) =>
      showConfirm(web, context, act, parseLoginMeans(context.req.param('means'))),
    );
    routes.post(`/account/keys/${act}/:means`, async (context) => {
      const form = await readFreshForm(web, context);
      if (form instanceof Response) return form;
      const means = parseLoginMeans(context.req.param('means'));
      if (means === null) return context.redirect('/account/keys?done=gone', 303);
      const asked = { owner: form.owner, language: languageOf(form.frame), means };
      const { account } = web.world;
      const { kind } = await (act === 'block' ? account.blockMeans(asked) : account.unblockMeans(asked));
      return context.redirect(`/account/keys?done=${done[kind]}`, 303);
    });
  }
  return routes;
}

async function showConfirm(
  web: Web,
  context: WebContext,
  act: 'block' | 'unblock',
  means: LoginMeansCode | null,
): Promise<Response> {
  const opened = await openedFresh(web, context);
  if (opened instanceof Response) return opened;
  const { frame, owner } = opened;
  const { words } = frame;
  if (means === null) return context.redirect('/account/keys?done=gone', 303);
  if (act === 'block' && owner.authentication.means === means)
    return context.redirect('/account/keys?done=in-use', 303);
  const level = words.say(`level.${loginMeans[means].assurance}`);
  return context.html(
    confirmPage(frame, {
      title: words.say(`account.${act}`, { means: meansInWords(words, means) }),
      action: context.req.path,
      back: '/account/keys',
      text: act === 'block' ? words.say('account.block.text') : words.say('account.unblock.text', { level }),
      button: words.say(`account.means.${act}`),
      isDanger: act === 'block',
      afterLogin: await isAfterLogin(web, context, owner),
    }),
  );
}
