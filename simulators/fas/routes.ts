import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { addAssets } from '../ground/assets.ts';
import { securityHeaders } from '../ground/headers.ts';
import type { Issuer } from './issuer.ts';
import { aboutProviderPage, providersPage, refusedPage, signInPage, slowPage } from './pages.ts';
import { type DigitalKey, keysFor } from './people.ts';
import { parseTrouble, type Trouble } from './trouble.ts';

type Env = { Bindings: HttpBindings };

/** What goes wrong with what is told of somebody. */
const toldByAccount: readonly Trouble[] = ['no-number', 'unverified-email', 'other-domain'];

/** The web side of the simulated providers, for a platform at `platform`. */
export function makeProviders(issuers: readonly Issuer[], platform: string): Hono<Env> {
  const app = new Hono<Env>();
  let isDown = false;
  // Back at the platform a login may end, and then the same form leads on to its application.
  app.use(securityHeaders(() => [platform, 'http://localhost:*']));
  addAssets(app);
  app.get('/', (context) => context.html(providersPage(issuers, isDown)));
  app.post('/down', bodyLimit({ maxSize: 1000 }), async (context) => {
    isDown = textOf(await context.req.parseBody(), 'down') === 'yes';
    return context.redirect('/', 303);
  });
  for (const issuer of issuers)
    app.route(
      `/${issuer.setting.code}`,
      routesOf(issuer, () => isDown),
    );
  return app;
}

function routesOf(issuer: Issuer, isDown: () => boolean): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/', (context) => context.html(aboutProviderPage(issuer)));
  app.post('/rotate', async (context) => {
    await issuer.rotate();
    return context.redirect(`/${issuer.setting.code}`, 303);
  });
  app.get('/sign-in/:id', (context) => ask(context, issuer));
  app.post('/sign-in/:id', bodyLimit({ maxSize: 10_000 }), (context) => answer(context, issuer));
  app.all('/*', async (context) => {
    if (isDown()) return context.text('Out of order', 503);
    await issuer.answer(context.env.incoming, context.env.outgoing);
    return RESPONSE_ALREADY_SENT;
  });
  return app;
}

async function ask(context: Context<Env>, issuer: Issuer): Promise<Response> {
  const asked = await signInOf(context, issuer);
  return asked === null ? gone(context, issuer) : context.html(signInPage(issuer, asked));
}

/** The sign-in that this browser began. */
async function signInOf({ env, req }: Context<Env>, issuer: Issuer) {
  try {
    const { params, uid } = await issuer.provider().interactionDetails(env.incoming, env.outgoing);
    if (uid !== req.param('id')) return null;
    const acrValues = String(params.acr_values ?? '').split(' ');
    const hint = typeof params.login_hint === 'string' ? params.login_hint : null;
    return { id: uid, keys: keysFor(issuer.setting.digitalKeys, acrValues), hint };
  } catch {
    // The library knows no such sign-in, or not in this browser.
    return null;
  }
}

function gone(context: Context<Env>, issuer: Issuer): Response | Promise<Response> {
  const what = 'It is over, or it never began in this browser.';
  return context.html(refusedPage(issuer, what), 404);
}

async function answer(context: Context<Env>, issuer: Issuer): Promise<Response> {
  const asked = await signInOf(context, issuer);
  if (asked === null) return gone(context, issuer);
  const form = await context.req.parseBody();
  const trouble = textOf(form, 'decision') === 'cancel' ? 'cancelled' : parseTrouble(textOf(form, 'trouble'));
  const person = textOf(form, 'person');
  if (trouble === 'slow')
    return context.html(slowPage(issuer, asked.id, { person, key: textOf(form, 'key') }));
  const result =
    trouble === 'cancelled'
      ? { error: 'access_denied', error_description: 'The person stopped.' }
      : signedIn(issuer, asked.keys, { person, key: textOf(form, 'key'), trouble });
  if (result === null) return context.redirect(`/${issuer.setting.code}/sign-in/${asked.id}`, 303);
  const { incoming, outgoing } = context.env;
  return context.redirect(await issuer.provider().interactionResult(incoming, outgoing, result), 303);
}

function signedIn(
  { setting }: Issuer,
  keys: readonly DigitalKey[],
  chosen: { readonly person: string; readonly key: string; readonly trouble: Trouble },
) {
  const { people, digitalKeys } = setting;
  const { trouble } = chosen;
  const person =
    trouble === 'another-person'
      ? people.find(({ id }) => id !== chosen.person)
      : people.find(({ id }) => id === chosen.person);
  const enough = keys.find(({ code }) => code === chosen.key) ?? keys[0];
  const key =
    trouble === 'level-too-low' ? digitalKeys.toSorted((one, other) => one.level - other.level)[0] : enough;
  if (!person || !key) return null;
  const accountId = toldByAccount.includes(trouble) ? `${person.id}.${trouble}` : person.id;
  return { login: { accountId, acr: key.acr, amr: [...key.amr], remember: false }, trouble };
}

function textOf(form: Readonly<Record<string, unknown>>, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : '';
}
