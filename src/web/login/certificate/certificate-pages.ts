import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { certificateTile } from '../../../domain/login-means/index.ts';
import { type BrowserBinding, parseAttemptId, type ReceivedCertificate } from '../../../login/index.ts';
import { showProblem } from '../../http/show-problem.ts';
import { readBrowser, type Web, type WebContext, type WebEnv } from '../../http/web-context.ts';
import { isFollowed } from '../is-followed.ts';
import { waitingIn } from '../leave.ts';
import type { AtTile, PagesOfMeans } from '../means/pages-of-means.ts';
import { showArrival } from '../show-arrival.ts';
import { inLanguage, placeOf, tileFrame } from '../tile-frame.ts';
import { tilePath } from '../tile-path.ts';
import { certificateFailures, failureOf, meansFailureOf } from './certificate-failures.ts';
import { certificatePage } from './certificate-page.ts';

const HANDLE = /^[A-Za-z0-9_-]{22,86}$/;
const MARK_BYTES = 24;

/** Client certificates: a page that prepares for it, the way to where the browser asks for one, and the way back with what came of it. */
export const certificatePages: PagesOfMeans = { kind: 'certificate', enter, routes: certificateRoutes };

async function enter(web: Web, context: WebContext, at: AtTile): Promise<Response> {
  const { attempt, application } = at.standing;
  const told = context.req.query('because');
  const failure = certificateFailures.find((each) => each === told) ?? null;
  // In another language too the page says what went wrong.
  const place = failure === null ? placeOf(at) : `${placeOf(at)}?because=${failure}`;
  const changed = await inLanguage(web, context, at, place);
  if (changed) return changed;
  const page = certificatePage(tileFrame(web, context, at, place), {
    ...{ application, attempt, failure },
    tile: at.offer.tile,
    go: `${at.path}/certificate`,
  });
  return context.html(page);
}

function certificateRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/login/:id/certificate', async (context) => {
    const id = parseAttemptId(context.req.param('id'));
    if (!id) return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
    const { secret } = readBrowser(web, context);
    if (secret === null || !isFollowed(context)) return context.redirect(`/login/${id}`, 303);
    const binding = world.bindBrowser(secret);
    const mark = randomBytes(MARK_BYTES).toString('base64url');
    const left = await world.login.leave(id, binding, { tile: certificateTile, mark, kept: {} });
    if (left.kind !== 'left') return context.redirect(`/login/${id}`, 303);
    const { origin } = world.certificates;
    if (origin !== null)
      return context.redirect(`${origin}/certificate/${left.attempt.id}.${left.waiting.mark}`, 303);
    const failing = { tile: certificateTile, mark: left.waiting.mark, failure: 'unavailable' } as const;
    return showArrival(web, context, await world.login.fail(id, binding, failing));
  });

  routes.get('/means/certificate/return/:handle', async (context) => {
    const handle = context.req.param('handle');
    const received = HANDLE.test(handle) ? await world.certificates.find(handle) : null;
    if (received === null) return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
    return arrive(web, context, received, world.bindBrowser(readBrowser(web, context).secret ?? ''));
  });
  return routes;
}

/** What came of a certificate leads on in the browser of its login, and in no other. */
async function arrive(
  web: Web,
  context: WebContext,
  { attempt, mark, answer, receivedAt }: ReceivedCertificate,
  binding: BrowserBinding,
): Promise<Response> {
  const { login } = web.world;
  if (answer.kind === 'proven') {
    const { means, assurance, ...told } = answer;
    const proof = {
      ...{ tile: certificateTile, means, assurance, at: receivedAt },
      proves: { ...told, kind: 'number' },
    } as const;
    return showArrival(
      web,
      context,
      await login.prove(attempt, binding, { mark, proof }, waitingIn(web, context)),
    );
  }
  const failure = failureOf(answer.code);
  const arrival = await login.fail(attempt, binding, {
    ...{ tile: certificateTile, mark, failure: meansFailureOf(failure) },
    detail: answer.code,
  });
  if (arrival.kind === 'problem') return showArrival(web, context, arrival);
  // The page of this means knows better what to do than the one of all of them.
  const place = tilePath(`/login/${attempt}`, { tile: certificateTile });
  return context.redirect(`${place}?because=${failure}`, 303);
}
