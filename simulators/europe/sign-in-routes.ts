import type { Context, Hono } from 'hono';
import { answerPage, consentPage, refusedRequestPage, slowPage } from './consent-pages.ts';
import type { StateKeys } from './keys.ts';
import { addressesOf } from './node/addresses.ts';
import { writeStateResponse } from './node/write-response.ts';
import { pickerPage } from './pages.ts';
import { findPerson } from './people/index.ts';
import type { SignIn } from './sign-ins.ts';
import { parseTrouble } from './trouble.ts';
import { type EuropeWorld, forState } from './world.ts';

/** `/{country}/sign-in/{id}`: who signs in, what they agree to, and the answer to Belgium. */
export function addSignInRoutes(app: Hono, world: EuropeWorld): void {
  const forSignIn = (
    work: (context: Context, signIn: SignIn, keys: StateKeys) => Response | Promise<Response>,
  ) =>
    forState(world, (context, state, own) => {
      const signIn = world.signIns.find(state, context.req.param('id') ?? '');
      const gone = ['This sign-in is over or never began here. Go back to the application and begin again.'];
      return signIn ? work(context, signIn, own) : context.html(refusedRequestPage(state, gone), 404);
    });
  app.get(
    '/:country/sign-in/:id',
    forSignIn((context, signIn) => context.html(pickerPage(signIn))),
  );
  app.get(
    '/:country/sign-in/:id/consent',
    forSignIn((context, signIn) => {
      const person = findPerson(signIn.state.code, context.req.query('person') ?? '');
      if (!person) return context.redirect(pickerOf(signIn), 303);
      return context.html(consentPage(signIn, person, parseTrouble(context.req.query('trouble') ?? '')));
    }),
  );
  app.post(
    '/:country/sign-in/:id/answer',
    forSignIn((context, signIn, own) => answer(context, signIn, own, world)),
  );
}

async function answer(
  context: Context,
  signIn: SignIn,
  keys: StateKeys,
  world: EuropeWorld,
): Promise<Response> {
  const form = await context.req.parseBody();
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
  const person = findPerson(signIn.state.code, text('person'));
  if (!person) return context.redirect(pickerOf(signIn), 303) as Response;
  const trouble = text('decision') === 'cancel' ? 'cancelled' : parseTrouble(text('trouble'));
  if (trouble === 'slow') return context.html(slowPage(signIn, person));
  const { state, connector, request } = signIn;
  const addresses = addressesOf(world.origin, state);
  const wish = { state, keys, addresses, connector, request, person, trouble, at: world.clock() };
  return context.html(answerPage(signIn, writeStateResponse(wish)));
}

function pickerOf(signIn: SignIn): string {
  return `/${signIn.state.code.toLowerCase()}/sign-in/${signIn.id}`;
}
