import { Hono } from 'hono';
import { readForm } from '../../http/read-form.ts';
import { showProblem } from '../../http/show-problem.ts';
import { readBrowser, type Web, type WebEnv } from '../../http/web-context.ts';
import { waitingIn } from '../leave.ts';
import { showArrival } from '../show-arrival.ts';

/** A response of 128 KiB is 175 kB in base64. */
const MAX_FORM_BYTES = 200_000;
const HANDLE = /^[A-Za-z0-9_-]{22,86}$/;

/**
 * The eIDAS connector on the web: its metadata, and the assertion consumer service. The answer of a member state arrives as a
 * cross-site POST, without our cookie (SameSite=Lax); so it is checked and put aside under a handle, and the GET that follows,
 * which carries the cookie, fetches it in the browser that began the login.
 */
export function eidasRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/eidas/metadata', async (context) =>
    context.body(await world.eidas.metadata(), 200, {
      'content-type': 'application/samlmetadata+xml; charset=utf-8',
    }),
  );

  routes.post('/eidas/acs', async (context) => {
    const form = await readForm(context.req.raw, MAX_FORM_BYTES);
    const refused = { problem: { kind: 'country-answer-refused', country: null } } as const;
    if (form.kind === 'too-large') {
      const correlation = await world.eidas.refuse('eidas.message-too-large');
      return showProblem(web, context, { problem: { kind: 'too-large' }, correlation });
    }
    const samlResponse = form.kind === 'form' ? form.fields.get('SAMLResponse') : undefined;
    if (form.kind !== 'form' || samlResponse === undefined || isAmbiguous(context.req.url, form.fields)) {
      return showProblem(web, context, { ...refused, correlation: await world.eidas.refuse('eidas.form') });
    }
    const relayState = form.fields.get('RelayState') ?? null;
    const reception = await world.eidas.receive({ samlResponse, relayState });
    if (reception.kind === 'refused') {
      const { correlation, isLate } = reception;
      const told = isLate ? ({ problem: { kind: 'unknown-attempt' } } as const) : refused;
      return showProblem(web, context, { ...told, correlation });
    }
    return context.redirect(`/eidas/return/${reception.handle}`, 303);
  });

  routes.on(['GET', 'PUT', 'PATCH', 'DELETE'], '/eidas/acs', (context) => {
    context.header('allow', 'POST');
    return showProblem(web, context, { problem: { kind: 'method' } });
  });

  routes.get('/eidas/return/:handle', async (context) => {
    const handle = context.req.param('handle');
    if (!HANDLE.test(handle)) return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
    const binding = world.bindBrowser(readBrowser(web, context).secret ?? '');
    return showArrival(web, context, await world.login.receive(handle, binding, waitingIn(web, context)));
  });
  return routes;
}

/** Whether another reader could see another message: a request beside the response, or one in the address too. */
function isAmbiguous(url: string, fields: ReadonlyMap<string, string>): boolean {
  const inAddress = [...new URL(url).searchParams.keys()];
  return (
    inAddress.some(isMessageField) ||
    [...fields.keys()].some(
      (name) => name !== 'SAMLResponse' && name !== 'RelayState' && isMessageField(name),
    )
  );
}

/** The parameters of SAML's bindings, however they are written. */
function isMessageField(name: string): boolean {
  return /^(?:SAML|RelayState$|SigAlg$|Signature$)/i.test(name);
}
