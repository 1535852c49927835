import { Hono } from 'hono';
import { nearestLanguage } from '../../../base/language.ts';
import {
  type InvitationSecret,
  type InvitationView,
  type NameError,
  parseInvitationSecret,
} from '../../../domain/invitation/index.ts';
import { beginningOf } from '../../../domain/staff/index.ts';
import { chooseLanguage } from '../../http/choose-language.ts';
import { ownerOfBrowser, readFormAgain, showFormAgain } from '../../http/form-again.ts';
import { pageLanguage } from '../../http/page-language.ts';
import { type FormFields, readForm } from '../../http/read-form.ts';
import { refuseForm } from '../../http/refuse-form.ts';
import { browserFrame } from '../../http/session/browser-frame.ts';
import { beginningBrowser, ownBrowser } from '../../http/session/own-browser.ts';
import { sessionSecret, setSessionCookie } from '../../http/session/session-cookie.ts';
import { readBrowser, type Web, type WebContext, type WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { showClosed } from '../show-closed.ts';
import { openErrors } from './open-errors.ts';
import { invitationNotices, openPage } from './open-page.ts';

/** What a browser says of the making of a passkey may hold the certificates of who made the authenticator. */
const MAX_FORM_BYTES = 64_000;

type Told = { readonly errors: readonly NameError[] };

/** The link of an invitation. To look at it changes nothing, for programs look at links in mails before people do; a form uses it. */
export function openRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/invitation/:secret', async (context) => {
    const changed = chooseLanguage(web, context);
    if (changed) return changed;
    const secret = parseInvitationSecret(context.req.param('secret'));
    const view = secret && (await world.invitations.view({ secret }));
    if (!secret || !view) return showClosed(web, context, 'unknown');
    if (view.standing === 'open') return showOpen(web, context, secret, view);
    return (await goOn(web, context, secret, view)) ?? showClosed(web, context, view.standing);
  });

  routes.post('/invitation/:secret', async (context) => {
    const sent = await readOwnForm(web, context);
    if (sent instanceof Response) return sent;
    const secret = parseInvitationSecret(context.req.param('secret'));
    return secret === null ? context.redirect(context.req.path, 303) : accept(web, context, secret, sent);
  });

  routes.get('/invitation/:secret/login', (context) => context.redirect(placeOf(context), 303));

  routes.post('/invitation/:secret/login', async (context) => {
    const sent = await readOwnForm(web, context);
    if (sent instanceof Response) return sent;
    const secret = parseInvitationSecret(context.req.param('secret'));
    const language = pageLanguage(context.req.raw, web.languages);
    const own = beginningBrowser(web, context);
    const id = secret && (await world.invitations.begin({ secret, ...own, language }));
    return context.redirect(id ? `/login/${id}` : placeOf(context), 303);
  });
  return routes;
}

function placeOf(context: WebContext): string {
  return `/invitation/${context.req.param('secret') ?? ''}`;
}

async function showOpen(
  web: Web,
  context: WebContext,
  secret: InvitationSecret,
  view: InvitationView,
): Promise<Response> {
  const browser = ownBrowser(web, context).secret;
  const frame = browserFrame(web, context, browser);
  const owner = ownerOfBrowser(web, context);
  const again = owner && (await readFormAgain<Told>(web, context, owner, context.req.path));
  const options = await web.world.invitations.options({ secret });
  if (options === null) throw new Error('an invitation is gone');
  const errors = sayErrors(frame.words, again?.told.errors ?? [], openErrors);
  const notice = invitationNotices.find((each) => each === context.req.query('said')) ?? null;
  return context.html(openPage(frame, { view, options, notice, errors, typed: again?.typed ?? {} }));
}

/** A used invitation leads whoever used it in this browser on to where it led: a double click, Back, an answer that went lost. */
async function goOn(
  web: Web,
  context: WebContext,
  secret: InvitationSecret,
  { invitation }: InvitationView,
): Promise<Response | null> {
  const { staff, invitations, bindBrowser } = web.world;
  const to = beginningOf({ rights: [invitation.right] });
  const current = sessionSecret(web, context, 'staff');
  const member = current === null ? null : await staff.find(current);
  if (member?.person === invitation.person) return context.redirect(to, 303);
  const browser = readBrowser(web, context).secret;
  const opened = browser === null ? null : await invitations.openedIn(secret, bindBrowser(browser));
  if (opened === null) return null;
  setSessionCookie(web, context, 'staff', opened);
  return context.redirect(to, 303);
}

/** The fields of a form of ours; the page that says why for any other. */
async function readOwnForm(web: Web, context: WebContext): Promise<FormFields | Response> {
  const form = await readForm(context.req.raw, MAX_FORM_BYTES);
  const refused = refuseForm(web, context, form, readBrowser(web, context).secret);
  return refused ?? (form.kind === 'form' ? form.fields : new Map());
}

async function accept(
  web: Web,
  context: WebContext,
  secret: InvitationSecret,
  fields: FormFields,
): Promise<Response> {
  const typed = { givenNames: fields.get('givenNames') ?? '', familyName: fields.get('familyName') ?? '' };
  const accepted = await web.world.invitations.accept({
    secret,
    names: typed,
    language: nearestLanguage(pageLanguage(context.req.raw, web.languages)),
    response: fields.get('response') ?? '',
    browser: ownBrowser(web, context).binding,
    former: sessionSecret(web, context, 'staff'),
  });
  const page = context.req.path;
  switch (accepted.kind) {
    case 'entered':
      setSessionCookie(web, context, 'staff', accepted.secret);
      return context.redirect(accepted.to, 303);
    case 'closed':
      return context.redirect(page, 303);
    case 'wrong': {
      const owner = ownerOfBrowser(web, context);
      if (owner === null) throw new Error('a form of ours came from a browser without our cookie');
      const { errors } = accepted;
      return showFormAgain<Told>(web, context, owner, { form: page, page, typed, told: { errors } });
    }
    default:
      return context.redirect(`${page}?said=${accepted.kind}`, 303);
  }
}
