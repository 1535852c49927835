import { Hono } from 'hono';
import type { Web, WebEnv } from '../../../http/web-context.ts';
import { type Html, html } from '../../../ui/html.ts';
import { timeTag } from '../../../ui/parts.ts';
import { CASE, type OpenedCase, openCase } from '../case-context.ts';
import { tabPage } from '../page/case-page.ts';
import { eventWords } from '../page/event-words.ts';
import { actorName } from '../page/people-words.ts';
import { type EventGroup, groupEvents } from './group-events.ts';

/** The timeline of a case: who did or saw what, when and why. It is only ever added to. */
export function historyRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get(`${CASE}/history`, async (context) => {
    const opened = await openCase(web, context);
    return opened instanceof Response ? opened : context.html(historyPage(opened));
  });
  return routes;
}

function historyPage(opened: OpenedCase): Html {
  const { frame, view } = opened;
  const { words } = frame;
  return tabPage(opened, {
    tab: 'history',
    title: words.say('case.tab.history'),
    body: html`<h2>${words.say('case.tab.history')}</h2><p>${words.say('case.history.text')}</p>
<ol class="timeline">${groupEvents(view.events).map((group) => eventItem(opened, group))}</ol>`,
  });
}

function eventItem({ frame, view }: OpenedCase, { event, times, firstAt }: EventGroup): Html {
  const { words } = frame;
  const often =
    times > 1 && html` · ${words.say('case.event.times', { count: times, moment: words.moment(firstAt) })}`;
  return html`<li><b>${eventWords(words, event, view)}</b><small><span translate="no">${actorName(words, view.names, event.by)}</span> · ${timeTag(words, event.at)}${often}</small>${event.text && html`<p class="value" dir="auto"><span class="vh">${words.say('case.why')} </span>${event.text}</p>`}</li>`;
}
