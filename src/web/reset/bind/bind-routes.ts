import { Hono } from 'hono';
import { nearestLanguage } from '../../../base/language.ts';
import { type KeyResetSecret, parseKeyResetSecret } from '../../../domain/key-reset/index.ts';
import { chooseLanguage } from '../../http/choose-language.ts';
import { ownerOfBrowser, readFormAgain, showFormAgain } from '../../http/form-again.ts';
import { pageLanguage } from '../../http/page-language.ts';
import { browserFrame } from '../../http/session/browser-frame.ts';
import { ownBrowser } from '../../http/session/own-browser.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { showClosed } from '../closed-page.ts';
import { readResetForm } from '../read-reset-form.ts';
import { bindErrors } from './bind-errors.ts';
import { bindNotices, bindPage, boundPage } from './bind-page.ts';

type BindTold = { readonly errors: readonly { readonly field: 'name'; readonly code: string }[] };

/** The link that binds a new key. To look at it changes nothing; the key that a device makes uses it up. */
export function bindRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(
    '/lost-key/bound',
    (context) => chooseLanguage(web, context) ?? context.html(boundPage(browserFrame(web, context))),
  );

  routes.get('/lost-key/:secret', async (context) => {
    const chosen = chooseLanguage(web, context);
    if (chosen) return chosen;
    const secret = parseKeyResetSecret(context.req.param('secret'));
    return secret === null ? showClosed(web, context, 'unknown') : showBind(web, context, secret);
  });

  routes.post('/lost-key/:secret', async (context) => {
    const fields = await readResetForm(web, context);
    if (fields instanceof Response) return fields;
    const secret = parseKeyResetSecret(context.req.param('secret'));
    const page = context.req.path;
    if (secret === null) return context.redirect(page, 303);
    const name = fields.get('name') ?? '';
    const response = fields.get('response') ?? '';
    const used = await web.world.keyResets.use({
      secret,
      name,
      response,
      language: languageOf(web, context),
    });
    switch (used.kind) {
      case 'bound':
        return context.redirect('/lost-key/bound', 303);
      case 'closed':
        return context.redirect(page, 303);
      case 'wrong': {
        const owner = ownerOfBrowser(web, context);
        if (owner === null) throw new Error('a form of ours came from a browser without our cookie');
        const told: BindTold = { errors: [{ field: 'name', code: used.code }] };
        return showFormAgain<BindTold>(web, context, owner, { form: page, page, typed: { name }, told });
      }
      default:
        return context.redirect(`${page}?said=${used.kind}`, 303);
    }
  });
  return routes;
}

async function showBind(web: Web, context: WebContext, secret: KeyResetSecret): Promise<Response> {
  const { keyResets } = web.world;
  const found = await keyResets.view({ link: 'bind', secret });
  const options =
    found?.standing === 'open'
      ? await keyResets.options({ secret, language: languageOf(web, context) })
      : null;
  if (found === null || options === null) return showClosed(web, context, found?.standing ?? 'unknown');
  const frame = browserFrame(web, context, ownBrowser(web, context).secret);
  const owner = ownerOfBrowser(web, context);
  const again = owner && (await readFormAgain<BindTold>(web, context, owner, context.req.path));
  const errors = sayErrors(frame.words, again?.told.errors ?? [], bindErrors);
  const notice = bindNotices.find((each) => each === context.req.query('said')) ?? null;
  const { reset } = found;
  return context.html(bindPage({ frame, typed: again?.typed ?? {}, errors }, { reset, options, notice }));
}

function languageOf(web: Web, context: WebContext) {
  return nearestLanguage(pageLanguage(context.req.raw, web.languages));
}
