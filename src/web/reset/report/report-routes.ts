import { Hono } from 'hono';
import { nearestLanguage } from '../../../base/language.ts';
import { Redacted } from '../../../base/redacted.ts';
import { bareAddress, parseEmailAddress } from '../../../base/typed/email-address.ts';
import { chooseLanguage } from '../../http/choose-language.ts';
import { ownerOfBrowser, readFormAgain, showFormAgain } from '../../http/form-again.ts';
import { pageLanguage } from '../../http/page-language.ts';
import { browserFrame } from '../../http/session/browser-frame.ts';
import { ownBrowser } from '../../http/session/own-browser.ts';
import { clientAddress, type Web, type WebContext, type WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { readResetForm } from '../read-reset-form.ts';
import { type ReportTold, reportErrors } from './report-errors.ts';
import { reportedPage, reportPage } from './report-page.ts';

const PLACE = '/lost-key';

/** `/lost-key`: somebody says that they lost every key, and gets a reference. */
export function reportRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get(PLACE, async (context) => {
    const chosen = chooseLanguage(web, context);
    if (chosen) return chosen;
    const frame = browserFrame(web, context, ownBrowser(web, context).secret);
    const owner = ownerOfBrowser(web, context);
    const again = owner && (await readFormAgain<ReportTold>(web, context, owner, PLACE));
    const reference = again?.told.reference;
    if (reference !== undefined) return context.html(reportedPage(frame, reference, world.settings.contact));
    const errors = sayErrors(frame.words, again?.told.errors ?? [], reportErrors);
    return context.html(reportPage({ frame, typed: again?.typed ?? {}, errors }));
  });

  routes.post(PLACE, async (context) => {
    const fields = await readResetForm(web, context);
    if (fields instanceof Response) return fields;
    const typed = fields.get('address') ?? '';
    const address = parseEmailAddress(typed);
    if (address === null) {
      const code = bareAddress(typed) === '' ? 'empty' : 'not-an-email';
      return again(web, context, { errors: [{ field: 'address', code }] }, { address: typed });
    }
    const reported = await world.keyResets.report({
      address: new Redacted(address),
      network: clientAddress(web, context),
      language: nearestLanguage(pageLanguage(context.req.raw, web.languages)),
    });
    return reported.kind === 'noted'
      ? again(web, context, { errors: [], reference: reported.reference })
      : again(web, context, { errors: [{ field: 'address', code: reported.kind }] }, { address: typed });
  });
  return routes;
}

function again(
  web: Web,
  context: WebContext,
  told: ReportTold,
  typed: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const owner = ownerOfBrowser(web, context);
  if (owner === null) throw new Error('a form of ours came from a browser without our cookie');
  return showFormAgain<ReportTold>(web, context, owner, { form: PLACE, page: PLACE, typed, told });
}
