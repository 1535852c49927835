import { lastDayBefore } from '../../../base/calendar.ts';
import { textIn } from '../../../base/language.ts';
import { DAY } from '../../../base/time.ts';
import type {
  AccessRow,
  Acting,
  ActingIn,
  Cell,
  NamedAdministrator,
  ViewedAccess,
} from '../../../domain/access-overview/index.ts';
import type { Application } from '../../../domain/application/index.ts';
import { whyLink } from '../../ui/access/why-link.ts';
import { rightInWords } from '../../ui/access/wish-words.ts';
import { selectField, textField } from '../../ui/form/form-fields.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { nameOf } from '../../ui/parts.ts';
import { fullName } from '../full-name.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';
import { type AccessQuery, accessPath, unusedChoices } from './access-query.ts';

type Seen = Extract<ViewedAccess, { kind: 'access' }>;
type Shown = { readonly frame: OrganisationFrame; readonly query: AccessQuery; readonly now: Date };

/** A right that ends so soon says in how many days. */
const SOON = 30 * DAY;

/** L7: who may act for this organisation, and by what; for one application as a table of its rights. */
export function accessPage(shown: Shown, seen: Seen): Html {
  const { frame, query } = shown;
  const { words, here } = frame;
  const isFirst = query.after === null;
  return organisationLayout(frame, {
    title: words.say('organisation.access'),
    section: 'access',
    body: html`<p class="lede">${words.say('organisation.access.lede', { organisation: here.organisation.name })}</p>
${filters(shown, seen)}
${seen.view === 'people' && isFirst && administrators(frame, seen.administrators)}
${content(shown, seen)}
${pages(shown, seen)}
<p class="noprint"><a href="${here.at('/access/file')}" download>${words.say('organisation.access.file')}</a></p>`,
  });
}

function filters({ frame, query }: Shown, { applications }: Seen): Html {
  const { words, here } = frame;
  const typed = {
    application: query.application ?? '',
    q: query.search ?? '',
    unused: String(query.unusedDays ?? ''),
  };
  const form = { frame, typed, errors: [] };
  const any = { value: '', label: words.say('organisation.access.application.all') };
  const named = applications.map((each) => ({ value: each.id, label: nameOf(each, words.language) }));
  const unused = [
    { value: '', label: words.say('organisation.access.unused.any') },
    ...unusedChoices.map((days) => ({
      value: String(days),
      label: words.say('organisation.access.unused.days', { count: days }),
    })),
  ];
  return html`<form method="get" action="${here.at('/access')}" class="filters">${textField(form, { name: 'q', label: words.say('organisation.access.search') })}${selectField(form, { name: 'application', label: words.say('organisation.access.application'), choices: [any, ...named], without: true })}${selectField(form, { name: 'unused', label: words.say('organisation.access.unused'), choices: unused, without: true })}<button class="btn sec">${words.say('organisation.access.show')}</button></form>`;
}

/** Those who decide who may act: by law, or because somebody appointed them. */
function administrators({ words, here }: OrganisationFrame, found: readonly NamedAdministrator[]): Html {
  return html`<section class="card"><h2>${words.say('organisation.access.administrators')}</h2>
${
  found.length === 0
    ? html`<p>${words.say('organisation.access.administrators.none')}</p>`
    : html`<ul>${found.map(({ name, basis, until }) => html`<li><strong translate="no">${name}</strong> – ${words.say(`administrator.${basis}`)}${until !== null && html`, ${words.say('organisation.access.until', { date: words.shortDate(lastDayBefore(until)) })}`}</li>`)}</ul>`
}
<p class="noprint"><a href="${here.at('/administrators')}">${words.say('organisation.nav.administrators')}</a></p></section>`;
}

function content(shown: Shown, seen: Seen): Html {
  const { words } = shown.frame;
  if (seen.view === 'application')
    return seen.rows.length === 0
      ? nobody(shown)
      : html`<section><h2>${words.say('organisation.access.rights', { application: nameOf(seen.application, words.language) })}</h2>${matrix(shown, seen)}</section>`;
  return seen.people.length === 0
    ? nobody(shown)
    : html`<section><h2>${words.say('organisation.access.people')}</h2>${peopleTable(shown, seen.people)}</section>`;
}

/** An empty list says why it is empty, and what one can do. */
function nobody({ frame, query }: Shown): Html {
  const { words, here } = frame;
  const isFiltered = query.search !== null || query.application !== null || query.unusedDays !== null;
  return isFiltered || query.after !== null
    ? html`<section class="card"><p role="status">${words.say('organisation.access.noMatch')}</p><p><a href="${here.at('/access')}">${words.say('organisation.access.everybody')}</a></p></section>`
    : html`<section class="card"><p>${words.say('organisation.access.nobody', { organisation: here.organisation.name })}</p><p><a class="btn" href="${here.at('/people/add')}">${words.say('organisation.access.add')}</a></p></section>`;
}

/** On a narrow screen each row is a card. */
function table(label: string, heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${label}"><table class="list"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function matrix(shown: Shown, { application, rows }: Extract<Seen, { view: 'application' }>): Html {
  const { words } = shown.frame;
  const rights = application.rights.map(({ name }) => textIn(name, words.language));
  const used = words.say('organisation.access.used');
  const row = (each: AccessRow) =>
    html`<tr>${personCell(shown.frame, each.person)}${each.cells.map((cell, place) => html`<td data-label="${rights[place]}">${cellInWords(shown, cell)}</td>`)}<td data-label="${used}">${usedInWords(shown, each.usedOn)} ${why(shown.frame, each.person, application)}</td></tr>`;
  return table(
    words.say('organisation.access'),
    [words.say('organisation.access.person'), ...rights, used],
    rows.map(row),
  );
}

function peopleTable(shown: Shown, people: readonly Acting[]): Html {
  const { words } = shown.frame;
  const does = words.say('organisation.access.does');
  const row = ({ person, acts }: Acting) =>
    html`<tr>${personCell(shown.frame, person)}<td data-label="${does}">${
      acts.length === 0
        ? words.say('organisation.access.nothing')
        : html`<ul>${acts.map((act) => html`<li>${actInWords(shown, act)} ${why(shown.frame, person, act.application)}</li>`)}</ul>`
    }</td></tr>`;
  return table(
    words.say('organisation.access'),
    [words.say('organisation.access.person'), does],
    people.map(row),
  );
}

function personCell({ here }: OrganisationFrame, person: Acting['person']): Html {
  return html`<th scope="row"><a href="${here.at(`/people/${person.relation}`)}" translate="no">${fullName(person)}</a></th>`;
}

/** Leads to all that somebody's access to an application rests on, or why they have none. */
function why(frame: OrganisationFrame, person: Acting['person'], application: Application): Html {
  const what = `${fullName(person)}, ${nameOf(application, frame.words.language)}`;
  return html`<small class="noprint">${whyLink(frame, { person: person.relation, application: application.id }, what)}</small>`;
}

function cellInWords({ frame, now }: Shown, cell: Cell): Fragment {
  const { words } = frame;
  switch (cell.kind) {
    case 'yes': {
      const contexts =
        cell.contexts.length > 0 && html`<small translate="no">${words.list(cell.contexts)}</small>`;
      return html`${endInWords(frame, cell.until, now)}${contexts}`;
    }
    case 'not-yet':
      return words.say('organisation.access.from', { date: words.shortDate(cell.from) });
    case 'context-missing':
      return words.say('organisation.access.contextMissing');
    case 'none':
      return html`<span aria-hidden="true">–</span><span class="vh">${words.say('organisation.access.no')}</span>`;
  }
}

/** "Yes", "Yes, until 3 March 2027", "Ends in 12 days". */
function endInWords({ words }: OrganisationFrame, until: Date | null, now: Date): Fragment {
  if (until === null) return words.say('organisation.access.yes');
  const left = until.getTime() - now.getTime();
  return left <= SOON
    ? words.say('organisation.access.ends', { count: Math.max(1, Math.ceil(left / DAY)) })
    : words.say('organisation.access.yesUntil', { date: words.shortDate(lastDayBefore(until)) });
}

function actInWords({ frame, now, query }: Shown, { application, paths, usedOn }: ActingIn): Fragment {
  const { words } = frame;
  const name = html`<a href="${accessPath(frame, { ...query, application: application.id, after: null })}" translate="no">${nameOf(application, words.language)}</a>`;
  const ways = paths.map((path): Fragment => {
    if (path.by === 'law') return words.say('organisation.access.byLaw');
    if (path.by === 'work-relation') return words.say('organisation.access.byWork');
    const named = rightInWords({ right: path.right.right, contexts: path.contexts }, application, words);
    const until = [path.right.validity.until, path.relation.validity.until].filter((each) => each !== null);
    const end = until.length === 0 ? null : new Date(Math.min(...until.map((each) => each.getTime())));
    return html`${named}${end !== null && html` – ${endInWords(frame, end, now)}`}`;
  });
  const unused =
    query.unusedDays !== null &&
    html`<small>${words.say('organisation.access.used')}: ${usedInWords({ frame }, usedOn)}</small>`;
  return html`${name}: ${ways.map((way, place) => html`${place > 0 && '; '}${way}`)}${unused}`;
}

function usedInWords({ frame }: Pick<Shown, 'frame'>, usedOn: AccessRow['usedOn']): Fragment {
  return usedOn === null ? frame.words.say('organisation.access.never') : frame.words.shortDate(usedOn);
}

function pages({ frame, query }: Shown, { next }: Seen): Fragment {
  const { words } = frame;
  if (next === null && query.after === null) return null;
  const link = (after: AccessQuery['after'], label: Fragment) =>
    html`<a href="${accessPath(frame, { ...query, after })}">${label}</a>`;
  return html`<nav class="pages" aria-label="${words.say('organisation.access.pages')}">${query.after !== null && link(null, words.say('organisation.access.first'))}${next !== null && link(next, words.say('organisation.access.next'))}</nav>`;
}
