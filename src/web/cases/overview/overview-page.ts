import { dayOf, mondayOf } from '../../../base/calendar.ts';
import type { CaseCounts, CaseRow } from '../../../domain/casework/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import { stateTag } from '../../ui/staff/state-tag.ts';
import { countryTag, targetText } from '../case-facts.ts';
import { casePath } from '../list-place.ts';
import { emptyQuery, type ListQuery, listPath } from '../list-query.ts';

export type OverviewProps = {
  readonly counts: CaseCounts;
  /** The open case that waits longest. */
  readonly oldest: CaseRow | null;
  /** Open cases by age, as a picture with its table. */
  readonly backlog: Fragment;
  /** Proposals and ends of links that wait for a second agent. */
  readonly toCheck: number;
  /** Somebody asked for the next case, and there was none. */
  readonly noneToTake: boolean;
};

/** Where an agent begins: how much waits, and one button to go on. */
export function overviewPage(page: StaffPage, props: OverviewProps): Html {
  const { frame, member } = page;
  const { words } = frame;
  const { counts } = props;
  const title = words.say('desk.overview');
  return staffLayout(frame, {
    member,
    section: 'cases',
    title,
    body: html`${props.noneToTake && banner('info', words.say('desk.takeNext.none'), html`<p>${words.say('desk.takeNext.none.text')}</p>`)}<h1>${title}</h1>
${countLinks(page, counts)}
${postedForm(page, '/cases/next', html`<div class="row"><button class="btn" aria-describedby="next-hint">${words.say('desk.takeNext')}</button><p class="hint" id="next-hint">${words.say('desk.takeNext.hint')}</p></div>`)}
<div class="two"><section class="card"><h2>${words.say('desk.backlog')}</h2>${props.backlog}<p><a href="/cases/reports">${words.say('desk.backlog.more')}</a></p></section>
<div><section class="card"><h2>${words.say('desk.oldest')}</h2>${oldestCase(page, props.oldest)}</section>
<section class="card"><h2>${words.say('desk.check')}</h2><p>${words.say('desk.toCheck', { count: props.toCheck })}</p><p><a href="/cases/second-check">${words.say('desk.toCheck.link')}</a></p></section></div></div>
<p class="row"><a href="/cases/templates">${words.say('desk.templates')}</a><a href="/cases/settings">${words.say('desk.settings')}</a></p>`,
  });
}

/** Each count leads to the list that holds exactly those cases. */
function countLinks({ frame: { words }, now }: StaffPage, counts: CaseCounts): Html {
  const week = mondayOf(dayOf(now));
  const all: ListQuery = emptyQuery('all', 'open');
  const links = [
    ['open', counts.open, all],
    ['mine', counts.mine, emptyQuery('mine')],
    ['unassigned', counts.unassigned, emptyQuery('unassigned')],
    ['late', counts.late, { ...all, late: true }],
    ['waiting', counts.waiting, emptyQuery('waiting')],
    ['decided', counts.decidedThisWeek, { ...emptyQuery('decided'), decided: { from: week, until: null } }],
  ] as const;
  return html`<nav class="counts" aria-label="${words.say('desk.lists')}">${links.map(
    ([name, count, query]) =>
      html`<a href="${listPath(query)}"><b>${words.say('desk.number', { count })}</b>${words.say(`desk.count.${name}`)}</a>`,
  )}</nav>`;
}

function oldestCase(page: StaffPage, oldest: CaseRow | null): Html {
  const { frame } = page;
  const { words } = frame;
  if (oldest === null) return html`<p>${words.say('desk.oldest.none')}</p>`;
  return html`<p><a href="${casePath(oldest.id, { query: { ...emptyQuery('all', 'open'), sort: 'submitted' }, row: 0 })}" translate="no">${oldest.name}</a> <span translate="no">${oldest.reference}</span></p>
<p>${countryTag(frame, oldest.country)} ${stateTag(frame, oldest.state)}</p>
<p>${oldest.submittedAt && words.say('desk.oldest.since', { date: words.date(oldest.submittedAt) })}</p>
<p>${words.label('desk.column.target')} ${targetText(page, oldest)}</p>`;
}
