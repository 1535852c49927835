import { organisationTile } from '../../../domain/login-means/index.ts';
import { spokenIn } from '../../../login/index.ts';
import { ownerOfBrowser, readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { Web, WebContext } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { hopPage } from '../../ui/hop-page.ts';
import { tileInWords } from '../../ui/means-words.ts';
import { isFollowed } from '../is-followed.ts';
import type { AtForm, AtTile, PagesOfMeans } from '../means/pages-of-means.ts';
import { showArrival } from '../show-arrival.ts';
import { inLanguage, placeOf, tileFrame } from '../tile-frame.ts';
import { openidErrors } from './openid-errors.ts';
import { openidRoutes } from './openid-routes.ts';
import { organisationPage } from './organisation-page.ts';

/** What can be wrong with the mail address by which an organisation is found. */
type AddressError = { readonly field: 'email'; readonly code: 'empty' | 'unknown-organisation' };
type AddressTold = { readonly errors: readonly AddressError[] };

const MARK = /^[\w-]{1,100}$/;
/** In the address of the page that leads to a provider: the mark of the request that waits. */
const THERE = 'to';

/** Tiles of OpenID providers lead to them; the tile of organisations asks first which one. */
export const openIdPages: PagesOfMeans = {
  kind: 'openid',
  enter(web, context, at) {
    const { tile } = at.offer;
    if (tile.code === organisationTile) return askForAddress(web, context, at);
    return isFollowed(context) ? toProvider(web, context, at) : context.redirect(at.path, 303);
  },
  submit: (web, context, at) =>
    at.offer.tile.code === organisationTile ? takeAddress(web, context, at) : context.redirect(at.path, 303),
  routes: openidRoutes,
};

async function toProvider(
  web: Web,
  context: WebContext,
  { standing, offer, binding }: AtTile,
): Promise<Response> {
  const mark = context.req.query('after') ?? '';
  const after = MARK.test(mark) ? mark : null;
  const left = await web.world.openId.leave({ standing, browser: binding, tile: offer.tile, after });
  if (left.kind === 'unknown-organisation') throw new Error('a tile was left for without an address');
  return left.kind === 'to-provider'
    ? context.redirect(left.url, 303)
    : showArrival(web, context, left.arrival);
}

/** The page that leads to the provider which an address was of, as long as the login waits for it. */
async function onTheWay(
  web: Web,
  context: WebContext,
  { standing, offer, path }: AtTile,
): Promise<Response | null> {
  const { attempt, waiting } = standing;
  if (waiting === null || waiting.mark !== context.req.query(THERE) || !isFollowed(context)) return null;
  const there = await web.world.openId.wayThere(standing);
  if (there === null) return null;
  const frame = web.frames({ language: spokenIn(attempt), isOnPath: true, path });
  const { words } = frame;
  const target = tileInWords(words, { ...offer.tile, name: there.provider.name }).name;
  return context.html(
    hopPage(frame, {
      title: words.say('hop.provider', { provider: target }),
      text: words.say('hop.provider.text'),
      target,
      departure: { kind: 'redirect', url: there.url },
    }),
  );
}

/** The form of an address: what was typed last stands there, with what was wrong with it. */
async function askForAddress(web: Web, context: WebContext, at: AtTile): Promise<Response> {
  const leads = await onTheWay(web, context, at);
  if (leads !== null) return leads;
  const changed = await inLanguage(web, context, at);
  if (changed) return changed;
  const frame = tileFrame(web, context, at);
  const owner = ownerOfBrowser(web, context);
  const again = owner && (await readFormAgain<AddressTold>(web, context, owner, formOf(at)));
  const errors = sayErrors(frame.words, again?.told.errors ?? [], openidErrors);
  const { application } = at.standing;
  return context.html(organisationPage(frame, { application, errors, typed: again?.typed ?? {} }));
}

/** On to the provider of the organisation; an address of none is asked for once more. */
async function takeAddress(web: Web, context: WebContext, at: AtForm): Promise<Response> {
  const { standing, offer, binding, fields } = at;
  const address = (fields.get('email') ?? '').trim();
  if (address === '') return askAgain(web, context, at, 'empty');
  const left = await web.world.openId.leave({ standing, browser: binding, tile: offer.tile, address });
  if (left.kind === 'unknown-organisation') return askAgain(web, context, at, 'unknown-organisation');
  if (left.kind === 'arrived') return showArrival(web, context, left.arrival);
  // Another origin is not redirected to from a form (decision 0017): its page leads there.
  return context.redirect(`${placeOf(at)}?${THERE}=${left.mark}`, 303);
}

function askAgain(
  web: Web,
  context: WebContext,
  at: AtForm,
  code: AddressError['code'],
): Response | Promise<Response> {
  const owner = ownerOfBrowser(web, context);
  const page = placeOf(at);
  if (owner === null) return context.redirect(page, 303);
  return showFormAgain<AddressTold>(web, context, owner, {
    form: formOf(at),
    page,
    typed: Object.fromEntries(at.fields),
    told: { errors: [{ field: 'email', code }] },
  });
}

function formOf({ standing }: AtTile): string {
  return `login ${standing.attempt.id} organisation`;
}
