import type { QuestionPage, RequestView } from '../../domain/casework/index.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { facts } from '../ui/parts.ts';
import { answerRows } from './request-facts.ts';

/** One card per page of questions. */
export function answerCards(frame: Frame, view: RequestView, mayChange: boolean): Html {
  const { words } = frame;
  const change = (page: QuestionPage): Fragment =>
    mayChange &&
    html`<a href="/request/questions/${page}">${words.say('request.change')}<span class="vh">: ${words.say(`request.${page}.title`)}</span></a>`;
  return html`${[...answerRows(frame, view)].map(
    ([page, rows]) =>
      html`<section class="card"><div class="card-head"><h2>${words.say(`request.${page}.short`)}</h2>${change(page)}</div>${facts(rows)}</section>`,
  )}`;
}
