import { Hono } from 'hono';
import { type AccountPath, parseAccountPath } from '../../../domain/account/index.ts';
import {
  type AcceptedWork,
  type NotAnswered,
  parseWorkInvitationId,
  parseWorkInvitationSecret,
  type WorkInvitationSecret,
} from '../../../domain/work-invitation/index.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { accountPages, openedAccount, readAccountForm } from '../owner.ts';
import {
  type AnswerDone,
  type AnswerFailed,
  answersDone,
  answersFailed,
  invitationsPage,
} from './invitations-page.ts';

const HOME = '/account/invitations';

/** `/account/invitations`: what waits for an answer of whoever is logged in, and the invitation of a link that they opened. */
export function invitationsRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(HOME, (context) => show(web, context, null));
  routes.get(`${HOME}/link/:secret`, (context) =>
    show(web, context, parseWorkInvitationSecret(context.req.param('secret'))),
  );

  routes.post(HOME, async (context) => {
    const form = await readAccountForm(web, context);
    if (form instanceof Response) return form;
    const { owner, fields } = form;
    const secret = parseWorkInvitationSecret(fields.get('secret') ?? '');
    const invitation = parseWorkInvitationId(fields.get('invitation') ?? '');
    const by = { person: owner.person, assurance: owner.authentication.assurance };
    const asked = secret !== null ? { ...by, secret } : invitation !== null ? { ...by, invitation } : null;
    const back = secret === null ? HOME : `${HOME}/link/${secret}`;
    if (asked === null) return context.redirect(`${back}?failed=unknown`, 303);
    const { workInvitations } = web.world;
    const answered =
      fields.get('answer') === 'accept'
        ? await workInvitations.accept(asked)
        : await workInvitations.refuse(asked);
    switch (answered.kind) {
      case 'begun':
        return context.redirect(`${HOME}?done=${begunAs(answered)}`, 303);
      case 'to-confirm':
      case 'refused':
        return context.redirect(`${HOME}?done=${answered.kind}`, 303);
      default:
        return context.redirect(`${back}?failed=${failureOf(answered)}`, 303);
    }
  });
  return routes;
}

async function show(web: Web, context: WebContext, secret: WorkInvitationSecret | null): Promise<Response> {
  const opened = await openedAccount(web, context);
  if (opened instanceof Response) return opened;
  const { workInvitations } = web.world;
  const view = secret && (await workInvitations.view({ secret }));
  const waiting = await workInvitations.openFor({ person: opened.owner.person });
  const asked = context.req.query('failed') ?? '';
  const isOwn = view !== null && view.invitation.acceptedBy === opened.owner.person;
  const closed = view !== null && view.standing !== 'open' ? standingFor(view.standing, isOwn) : null;
  const unknown = context.req.path !== HOME && view === null ? 'unknown' : null;
  const { path } = context.req;
  const page = invitationsPage(opened.frame, {
    ...{ waiting, opened: secret && view && { secret, view } },
    done: answersDone.find((each) => each === context.req.query('done')) ?? null,
    failed: closed ?? unknown ?? answersFailed.find((each) => each === asked) ?? null,
    stronger: accountPages.freshLoginPath(parseAccountPath(path) ?? (HOME as AccountPath)),
  });
  return context.html(page);
}

/** What somebody got who accepted: all that waited, part of it, or nothing new. */
function begunAs({ isAlready, leftOut }: Extract<AcceptedWork, { kind: 'begun' }>): AnswerDone {
  if (leftOut > 0) return 'partly';
  return isAlready ? 'already' : 'begun';
}

/** Why nothing was done, as the page tells it. */
function failureOf(answer: NotAnswered): AnswerFailed {
  return answer.kind === 'closed' ? standingFor(answer.standing, answer.isOwn) : answer.kind;
}

/** What became of an invitation: to whoever answered it themselves, what they answered; to everybody else only that it was used. */
function standingFor(
  standing: Extract<NotAnswered, { kind: 'closed' }>['standing'],
  isOwn: boolean,
): AnswerFailed {
  switch (standing) {
    case 'accepted':
    case 'begun':
    case 'refused':
      return isOwn ? `own-${standing}` : 'accepted';
    case 'rejected':
      return isOwn ? 'rejected' : 'accepted';
    default:
      return standing;
  }
}
