import type { DeskAnswer, DraftKind } from '../../../domain/casework/index.ts';
import { askFreshLogin } from '../../http/session/web-session.ts';
import type { Web, WebContext } from '../../http/web-context.ts';
import type { SentForm } from './case-context.ts';
import { settle } from './settle.ts';

/** Which field of its form a text stands in. */
const fields: Readonly<Record<DraftKind, string>> = {
  link: 'comment',
  'new-number': 'because',
  ask: 'text',
  'hand-over': 'reason',
  refuse: 'text',
  confirm: 'comment',
  message: 'text',
};

/** "Save and come back later": keeps the text and shows the case. An empty text needs no keeping. */
export async function keepForLater(
  web: Web,
  context: WebContext,
  sent: SentForm,
  draft: { readonly kind: DraftKind; readonly text: string },
): Promise<Response> {
  if (draft.text.trim() === '') return context.redirect(`/cases/${sent.id}`, 303);
  const answer = await keepText(web, sent, draft);
  return settle(web, context, errorsAt(answer, fields[draft.kind]), { done: 'saved', sent });
}

/** Asks for a new login when the last one is too long ago for what was sent; all that was typed is there after it. `null` when it is fresh. */
export async function askFresh(web: Web, context: WebContext, sent: SentForm): Promise<Response | null> {
  return askFreshLogin(web, context, { fields: new Map(Object.entries(sent.typed)), lists: sent.lists });
}

/** The desk calls what is kept `text`; in the form it has another name. */
export function errorsAt(answer: DeskAnswer, field: string): DeskAnswer {
  if (answer.kind !== 'wrong') return answer;
  return { kind: 'wrong', errors: answer.errors.map(({ code }) => ({ field, code })) };
}

async function keepText(
  web: Web,
  { by, id }: SentForm,
  { kind, text }: { readonly kind: DraftKind; readonly text: string },
): Promise<DeskAnswer> {
  return web.world.desk.keepDraft({ by, case: id, kind, text: text.replace(/\r\n?/g, '\n') });
}
