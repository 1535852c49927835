import { type CaseId, type Proof, parseCaseId, type RequestView } from '../../domain/casework/index.ts';
import { type AttemptId, parseAttemptId } from '../../login/index.ts';
import { ENDED, keepForm, whoseIn } from '../http/form-again.ts';
import { formToken } from '../http/form-token.ts';
import { pageLanguage } from '../http/page-language.ts';
import { readForm } from '../http/read-form.ts';
import { refuseForm } from '../http/refuse-form.ts';
import { ownBrowser } from '../http/session/own-browser.ts';
import { sessionSecret, setSessionCookie } from '../http/session/web-session.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import type { Frame } from '../ui/frame.ts';
import { endedPage, notFoundPage } from './arrival-page.ts';
import { hasPlace, keepForLater, rememberPlace } from './come-back.ts';
import { whoseRequestForm } from './whose-form.ts';

/** Longer than any answer that a page of ours asks for, so that what is too long is told and not thrown away. */
const MAX_FORM_BYTES = 64_000;

/** Somebody with a session, and the request it is for. */
export type OpenedRequest = {
  readonly secret: string;
  readonly case: CaseId;
  readonly proof: Proof;
  readonly view: RequestView;
  readonly frame: Frame;
  /** The login that this session came from, in the same browser. */
  readonly login: AttemptId | null;
};

/**
 * Who follows a request in this browser. Otherwise the answer to give: the way to come back without a session, the same with a
 * word of explanation when it has ended, and one neutral page when there is no such request.
 */
export async function readApplicant(web: Web, context: WebContext): Promise<OpenedRequest | Response> {
  const secret = sessionSecret(web, context, 'applicant');
  if (secret === null && context.req.method === 'GET') return context.redirect('/request', 303);
  const content = secret === null ? null : await web.world.applicants.find(secret);
  const isLate = context.req.method === 'POST' && context.req.query(ENDED) !== undefined;
  if (secret !== null && content !== null && isLate) await web.world.applicants.end(secret);
  if (secret === null || content === null || isLate) return sayEnded(web, context);
  const id = parseCaseId(content.case);
  const view = id && (await web.world.requests.viewRequest({ case: id, proof: content.provenBy }));
  if (!id || !view) return context.html(notFoundPage(startFrame(web, context)), 404);
  const login = content.login === undefined ? null : parseAttemptId(content.login);
  return {
    secret,
    case: id,
    proof: content.provenBy,
    view,
    frame: insideFrame(web, context, { secret, id }),
    login,
  };
}

/** A form of this request, from a page of this session. */
export async function readApplicantForm(
  web: Web,
  context: WebContext,
): Promise<(OpenedRequest & { readonly typed: Readonly<Record<string, string>> }) | Response> {
  const applicant = await readApplicant(web, context);
  if (applicant instanceof Response) return applicant;
  const form = await readForm(context.req.raw, MAX_FORM_BYTES);
  const refusal = refuseForm(web, context, form, applicant.secret);
  const typed = form.kind === 'form' ? typedIn(form.fields) : {};
  if (!refusal) return { ...applicant, typed };
  // A page of a former session of the same request: it is shown again, to be sent from this one.
  const whose = form.kind === 'form' ? whoseIn(context, form.fields.get('csrf') ?? '') : null;
  if (whose === null || whose !== whoseRequestForm(web, applicant.case)) return refusal;
  const place = await keepForLater(web, context, whose, typed);
  return place === null ? refusal : context.redirect(place, 303);
}

/**
 * Says that a session is over. What a form brings along is kept in this browser for who comes back to the same request; a file is not, and
 * that is said.
 */
async function sayEnded(web: Web, context: WebContext): Promise<Response> {
  if (context.req.method === 'GET') {
    setSessionCookie(web, context, 'applicant', null);
    return context.html(endedPage(startFrame(web, context), { isKept: hasPlace(web, context) }), 403);
  }
  const form = await readForm(context.req.raw, MAX_FORM_BYTES);
  const whose = form.kind === 'form' ? whoseIn(context, form.fields.get('csrf') ?? '') : null;
  const place =
    form.kind === 'form' && whose !== null
      ? await keepForLater(web, context, whose, typedIn(form.fields))
      : null;
  if (place !== null) rememberPlace(web, context, place);
  setSessionCookie(web, context, 'applicant', null);
  const isFile = form.kind === 'not-a-form' && context.req.path === '/request/documents';
  return context.redirect(isFile ? '/request/ended?lost=file' : '/request/ended', 303);
}

/** What was typed: the fields of a form without the token. */
export function typedIn(fields: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...fields].filter(([name]) => name !== 'csrf'));
}

/** The frame of a page that needs no session. */
export function outsideFrame(web: Web, context: WebContext, token = ''): Frame {
  return web.frames({
    language: pageLanguage(context.req.raw, web.languages),
    path: context.req.path,
    formToken: token,
  });
}

/** The frame of a page that tells how to come back, wherever it is shown: its links to other languages lead to the start. */
export function startFrame(web: Web, context: WebContext): Frame {
  return web.frames({ language: pageLanguage(context.req.raw, web.languages), path: '/request' });
}

/** The frame of a page whose form is bound to the browser alone; one that comes for the first time gets its cookie. */
export function browserFrame(web: Web, context: WebContext): Frame {
  const { secret } = ownBrowser(web, context);
  return outsideFrame(web, context, formToken(web.world.settings.formKey, secret));
}

/** Its forms carry the token of the session, and behind it whose they are. */
function insideFrame(
  web: Web,
  context: WebContext,
  { secret, id }: { readonly secret: string; readonly id: CaseId },
): Frame {
  const token = `${formToken(web.world.settings.formKey, secret)}.${whoseRequestForm(web, id)}`;
  return keepForm(context, outsideFrame(web, context, token));
}

/** The first page that still needs an answer; the page to check all of them when there is none. */
export function nextPath({ unanswered, emailToConfirm, stage }: RequestView): string {
  if (stage.kind !== 'draft') return '/request/status';
  const [page] = unanswered;
  if (page) return `/request/questions/${page}`;
  return emailToConfirm ? '/request/email' : '/request/check';
}
