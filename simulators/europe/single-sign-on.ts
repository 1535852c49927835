import type { Context, Hono } from 'hono';
import { refusedRequestPage } from './consent-pages.ts';
import { addressesOf } from './node/addresses.ts';
import { receiveAsReferenceNode, receivePost, receiveRedirect } from './receive-request.ts';
import type { MemberState } from './states.ts';
import { type EuropeWorld, forState } from './world.ts';

/** `/{country}/sso`: takes a request by HTTP-Redirect or HTTP-POST, or says everything that is wrong with it. */
export function addSingleSignOn(app: Hono, world: EuropeWorld): void {
  app.on(
    ['GET', 'POST'],
    '/:country/sso',
    forState(world, (context, state) => receive(context, state, world)),
  );
}

async function receive(context: Context, state: MemberState, world: EuropeWorld): Promise<Response> {
  const refuse = (problems: readonly string[], status: 400 | 502) =>
    context.html(refusedRequestPage(state, problems), status);
  const found = await world.connector();
  if (found.kind === 'refused') return refuse([found.problem], 502);
  const frame = {
    connector: found.connector,
    addresses: addressesOf(world.origin, state),
    at: world.clock(),
  };
  const form = context.req.method === 'POST' ? await context.req.parseBody() : null;
  const given = form ? form.SAMLRequest : context.req.query('SAMLRequest');
  const field = typeof given === 'string' ? given : '';
  const reading =
    state.node === 'reference'
      ? receiveAsReferenceNode(field, frame)
      : form
        ? receivePost(field, frame)
        : receiveRedirect(new URL(context.req.url).search, frame);
  if (reading.kind === 'refused') return refuse(reading.problems, 400);
  if (world.signIns.hasSeen(reading.request.id)) return refuse(['This request was sent before.'], 400);
  const relayState = form ? form.RelayState : context.req.query('RelayState');
  const signIn = world.signIns.add({
    state,
    connector: found.connector,
    request: reading.request,
    relayState: typeof relayState === 'string' ? relayState : null,
  });
  return context.redirect(`/${state.code.toLowerCase()}/sign-in/${signIn.id}`, 303) as Response;
}
