import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { addAssets } from '../ground/assets.ts';
import { securityHeaders } from '../ground/headers.ts';
import { openConnectorSource } from './connector-source.ts';
import { answerPage, consentPage, refusedRequestPage, slowPage } from './consent-pages.ts';
import type { StateKeys } from './keys.ts';
import { addressesOf } from './node/addresses.ts';
import { writeStateMetadata } from './node/write-metadata.ts';
import { writeStateResponse } from './node/write-response.ts';
import type { EuropeSetting } from './open-europe.ts';
import { aboutStatePage, europePage, pickerPage } from './pages.ts';
import { findPerson } from './people/index.ts';
import { receivePost, receiveRedirect } from './receive-request.ts';
import { openSignIns, type SignIn } from './sign-ins.ts';
import { findState, type MemberState } from './states.ts';
import { parseTrouble } from './trouble.ts';

/** The web side of simulated Europe. Paths take the country code in either case. */
export function makeEurope(
  setting: EuropeSetting,
  keys: Readonly<Record<string, StateKeys>>,
  origin: string,
): Hono {
  const app = new Hono();
  const signIns = openSignIns();
  const connector = openConnectorSource(setting.connectorMetadata, setting.clock);
  const platform = new URL(setting.connectorMetadata).origin;
  app.use(securityHeaders(() => [platform]));
  app.use(bodyLimit({ maxSize: 200_000 }));
  addAssets(app);

  const forState =
    (work: (context: Context, state: MemberState, keys: StateKeys) => Response | Promise<Response>) =>
    (context: Context) => {
      const state = findState(context.req.param('country') ?? '');
      const own = state ? keys[state.code] : undefined;
      return state && own ? work(context, state, own) : context.notFound();
    };
  const forSignIn = (
    work: (context: Context, signIn: SignIn, keys: StateKeys) => Response | Promise<Response>,
  ) =>
    forState((context, state, own) => {
      const signIn = signIns.find(state, context.req.param('id') ?? '');
      const gone = ['This sign-in is over or never began here. Go back to the application and begin again.'];
      return signIn ? work(context, signIn, own) : context.html(refusedRequestPage(state, gone), 404);
    });
  const receive = async (context: Context, state: MemberState) => {
    const found = await connector();
    if (found.kind === 'refused') return context.html(refusedRequestPage(state, [found.problem]), 502);
    const frame = { connector: found.connector, addresses: addressesOf(origin, state), at: setting.clock() };
    const form = context.req.method === 'POST' ? await context.req.parseBody() : null;
    const field = form?.SAMLRequest;
    const reading = form
      ? receivePost(typeof field === 'string' ? field : '', frame)
      : receiveRedirect(new URL(context.req.url).search, frame);
    if (reading.kind === 'refused') return context.html(refusedRequestPage(state, reading.problems), 400);
    if (signIns.hasSeen(reading.request.id))
      return context.html(refusedRequestPage(state, ['This request was sent before.']), 400);
    const relayState = form ? form.RelayState : context.req.query('RelayState');
    const signIn = signIns.add({
      state,
      connector: found.connector,
      request: reading.request,
      relayState: typeof relayState === 'string' ? relayState : null,
    });
    return context.redirect(`/${state.code.toLowerCase()}/sign-in/${signIn.id}`, 303);
  };

  app.get('/', (context) => context.html(europePage()));
  app.get(
    '/:country',
    forState((context, state) => context.html(aboutStatePage(state))),
  );
  app.get(
    '/:country/metadata',
    forState((context, state, own) => {
      const xml = writeStateMetadata(state, own, addressesOf(origin, state), setting.clock());
      return context.body(xml, 200, { 'Content-Type': 'application/samlmetadata+xml; charset=utf-8' });
    }),
  );
  app.on(['GET', 'POST'], '/:country/sso', forState(receive));
  app.get(
    '/:country/sign-in/:id',
    forSignIn((context, signIn) => context.html(pickerPage(signIn))),
  );
  app.get(
    '/:country/sign-in/:id/consent',
    forSignIn((context, signIn) => {
      const person = findPerson(signIn.state.code, context.req.query('person') ?? '');
      if (!person) return context.redirect(`/${signIn.state.code.toLowerCase()}/sign-in/${signIn.id}`, 303);
      return context.html(consentPage(signIn, person, parseTrouble(context.req.query('trouble') ?? '')));
    }),
  );
  app.post(
    '/:country/sign-in/:id/answer',
    forSignIn(async (context, signIn, own) => {
      const form = await context.req.parseBody();
      const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
      const person = findPerson(signIn.state.code, text('person'));
      if (!person) return context.redirect(`/${signIn.state.code.toLowerCase()}/sign-in/${signIn.id}`, 303);
      const trouble = text('decision') === 'cancel' ? 'cancelled' : parseTrouble(text('trouble'));
      if (trouble === 'slow') return context.html(slowPage(signIn, person));
      const { state, connector: asker, request } = signIn;
      const addresses = addressesOf(origin, state);
      const wish = {
        state,
        keys: own,
        addresses,
        connector: asker,
        request,
        person,
        trouble,
        at: setting.clock(),
      };
      return context.html(answerPage(signIn, writeStateResponse(wish)));
    }),
  );
  return app;
}
