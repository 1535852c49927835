import type { AdministratorsView, ListedAdministrator } from '../../../domain/appointment/index.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner, dateTag } from '../../ui/parts.ts';
import { lastMoment } from '../last-moment.ts';
import { onlyOne } from '../only-one.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';
import { type ScopeNames, scopeInWords, scopeOf } from '../scope-words.ts';

/** How the last step ended. */
export const administratorsDone = [
  'appointed',
  'ended',
  'handed-over',
  'taken-over',
  'gone',
  'already',
  'not-allowed',
  'last-one',
] as const;

export type AdministratorsProps = {
  readonly view: AdministratorsView;
  readonly applications: ScopeNames['applications'];
  readonly done: (typeof administratorsDone)[number] | null;
};

/** Who administers the organisation, how far, until when, and who appointed whom. */
export function administratorsPage(frame: OrganisationFrame, props: AdministratorsProps): Html {
  const { words, here } = frame;
  const { view, applications, done } = props;
  const names = { units: view.units, applications };
  const at = (path: string) => here.at(`/administrators${path}`);
  return organisationLayout(frame, {
    title: words.say('administrators.title'),
    section: 'administrators',
    notice: html`${done && notice(frame, done)}${view.isOnlyOne && onlyOne(frame, view)}`,
    body: html`<p class="lede">${words.say('administrators.lede')}</p>
<div class="row">${view.mayAppoint && html`<a class="btn" href="${at('/appoint')}">${words.say('administrators.appoint')}</a>`}${view.mayHaveDeputy && html`<a class="btn sec" href="${at('/appoint?as=deputy')}">${words.say('administrators.deputy')}</a>`}</div>
<div class="scroll"><table class="list"><caption class="vh">${words.say('administrators.title')}</caption>
<thead><tr><th scope="col">${words.say('administrators.name')}</th><th scope="col">${words.say('administrators.as')}</th><th scope="col">${words.say('administrators.what')}</th><th scope="col">${words.say('administrators.period')}</th><th scope="col">${words.say('administrators.by')}</th><th scope="col">${words.say('administrators.do')}</th></tr></thead>
<tbody>${view.administrators.map((each) => row(frame, each, names))}</tbody></table></div>
<p>${words.say('administrators.rule')}</p>`,
  });
}

function row(frame: OrganisationFrame, listed: ListedAdministrator, names: ScopeNames): Html {
  const { words } = frame;
  const { name, isOneself, now, appointment, appointedBy } = listed;
  const basis = now?.basis ?? (appointment?.isDeputy ? 'deputy' : appointment?.kind) ?? 'local-administrator';
  const mayAppoint = now?.mayAppoint ?? appointment?.mayAppoint ?? false;
  const scope = scopeInWords(words, scopeOf(appointment, now?.scope ?? null), names);
  return html`<tr><th scope="row"><span translate="no">${name}</span>${isOneself && html`<small>${words.say('administrators.you')}</small>`}</th>
<td>${words.say(`administrator.${basis}`)}${mayAppoint && basis === 'local-administrator' && html`<small>${words.say('administrators.mayAppoint')}</small>`}</td>
<td>${scope}</td><td>${period(frame, listed)}</td>
<td>${appointedBy === null ? words.say(originOf(listed)) : html`<span translate="no">${appointedBy}</span>`}</td>
<td>${actions(frame, listed)}</td></tr>`;
}

/** Where an administration comes from that nobody here gave. */
function originOf({ now, appointment }: ListedAdministrator) {
  if (now?.basis === 'legal-representative') return 'administrators.origin.law';
  return appointment === null ? 'administrators.origin.above' : 'administrators.origin.register';
}

function period(frame: OrganisationFrame, { now, appointment }: ListedAdministrator): Fragment {
  const { words } = frame;
  const until = now?.until ?? appointment?.validity.until ?? null;
  const from = now === null && appointment !== null ? appointment.validity.from : null;
  return html`${from && html`${words.say('administrators.from')} ${dateTag(frame, from)}<br>`}${until === null ? words.say('administrators.noEnd') : html`${words.say('administrators.until')} ${dateTag(frame, lastMoment(until))}`}`;
}

function actions({ words, here }: OrganisationFrame, listed: ListedAdministrator): Fragment {
  const { appointment, mayEnd, mayHandOver, mayTakeOver, name } = listed;
  if (appointment === null) return null;
  const to = (step: string) => here.at(`/administrators/${appointment.id}/${step}`);
  const link = (step: 'end' | 'hand-over' | 'take-over') =>
    html`<li><a href="${to(step)}">${words.say(`administrators.${step}`)}<span class="vh"> ${name}</span></a></li>`;
  return html`<ul>${mayHandOver && link('hand-over')}${mayTakeOver && link('take-over')}${mayEnd && link('end')}</ul>`;
}

function notice({ words }: OrganisationFrame, done: (typeof administratorsDone)[number]): Html {
  const isDone = done === 'appointed' || done === 'ended' || done === 'handed-over' || done === 'taken-over';
  return banner(isDone ? 'ok' : 'info', words.say(`administrators.done.${done}`));
}
