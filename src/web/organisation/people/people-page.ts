import { dayOf, lastDayBefore } from '../../../base/calendar.ts';
import { later, SECOND } from '../../../base/time.ts';
import type { Application } from '../../../domain/application/index.ts';
import {
  type PersonInList,
  relationStandings,
  relationTypes,
  type WorkRelationId,
} from '../../../domain/work-relation/index.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner, dateTag, nameOf } from '../../ui/parts.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';
import { type PeopleQuery, wholeList, writePeopleQuery } from './people-query.ts';

/** What was done last, told above the list. */
export const peopleDone = ['ended', 'begun'] as const;

export type PeopleProps = {
  readonly query: PeopleQuery;
  readonly people: readonly PersonInList[];
  readonly next: WorkRelationId | null;
  readonly applications: readonly Pick<Application, 'id' | 'name'>[];
  /** How many invitations wait to be confirmed. */
  readonly toConfirm: number;
  readonly done: (typeof peopleDone)[number] | null;
};

/** L2: the people of an organisation, by name; search, filters, a file of all of them. */
export function peoplePage(frame: OrganisationFrame, props: PeopleProps): Html {
  const { words, here } = frame;
  const { query, people, done, toConfirm } = props;
  return organisationLayout(frame, {
    title: words.say('people.title'),
    section: 'people',
    notice: done && banner('ok', words.say(`people.done.${done}`)),
    body: html`<div class="row"><a class="btn" href="${here.at('/people/add')}">${words.say('people.add')}</a><a class="btn sec" href="${here.at('/people/invitations')}">${words.say('people.invitations')}${toConfirm > 0 && html` <span class="count">${toConfirm}</span>`}</a></div>
${tabs(frame, query)}
${filters(frame, props)}
${people.length === 0 ? nobody(frame, query) : table(frame, people)}
${pages(frame, props)}
${people.length > 0 && html`<p><a href="${here.at(`/people/export${writePeopleQuery({ ...query, after: null })}`)}">${words.say('people.export')}</a></p><p class="hint">${words.say('people.export.text')}</p>`}`,
  });
}

function tabs({ words, here }: OrganisationFrame, query: PeopleQuery): Html {
  const links = relationStandings.map((standing) => {
    const path = here.at(`/people${writePeopleQuery({ ...query, standing, after: null })}`);
    return html`<li><a href="${path}"${standing === query.standing && html` aria-current="page"`}>${words.say(`people.standing.${standing}`)}</a></li>`;
  });
  return html`<nav class="tabs" aria-label="${words.say('people.standings')}"><ul>${links}</ul></nav>`;
}

/** Posted, so that a name that is searched for stays out of the address; the answer leads to an address with the rest. */
function filters(frame: OrganisationFrame, { query, applications }: PeopleProps): Html {
  const { words, here } = frame;
  const types = relationTypes.map((type) => [type, words.say(`people.type.${type}`)] as const);
  const named = applications.map((each) => [each.id as string, nameOf(each, words.language)] as const);
  const content = html`${hidden('standing', query.standing)}
<div><label for="search">${words.say('people.search')}</label><input type="search" id="search" name="search" value="${query.search?.words ?? ''}" autocomplete="off" spellcheck="false" maxlength="100"></div>
${choice(words.say('people.type'), words.say('people.any'), { name: 'type', options: types, chosen: query.type })}
${named.length > 0 && choice(words.say('people.application'), words.say('people.any'), { name: 'application', options: named, chosen: query.application })}
<div><button class="btn sec">${words.say('people.show')}</button></div>`;
  return postedForm({ frame }, here.at('/people'), content, 'filters');
}

function choice(
  label: string,
  any: string,
  {
    name,
    options,
    chosen,
  }: {
    readonly name: string;
    readonly options: readonly (readonly [string, string])[];
    readonly chosen: string | null;
  },
): Html {
  return html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">${any}</option>${options.map(([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`)}</select></div>`;
}

function table(frame: OrganisationFrame, people: readonly PersonInList[]): Html {
  const { words, here } = frame;
  const column = (key: 'name' | 'type' | 'rights' | 'lastLogin' | 'until') =>
    words.say(`people.column.${key}`);
  const rows = people.map((person) => {
    const { relation, familyName, givenNames, type, jobTitle, rights, lastLoginAt, validity } = person;
    const until = validity.until === null ? '–' : dateTag(frame, later(validity.until, -SECOND));
    return html`<tr><th scope="row"><a href="${here.at(`/people/${relation}`)}" translate="no">${familyName}, ${givenNames}</a>${jobTitle !== null && html`<small>${jobTitle}</small>`}</th>
<td data-label="${column('type')}">${words.say(`people.type.${type}`)}</td>
<td data-label="${column('rights')}">${rights}</td>
<td data-label="${column('lastLogin')}">${lastLoginAt === null ? '–' : dateTag(frame, lastLoginAt)}</td>
<td data-label="${column('until')}">${until}</td></tr>`;
  });
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('people.title')}"><table class="list">
<thead><tr>${(['name', 'type', 'rights', 'lastLogin', 'until'] as const).map((key) => html`<th scope="col">${column(key)}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function nobody({ words, here }: OrganisationFrame, query: PeopleQuery): Html {
  const isWhole = writePeopleQuery({ ...query, after: null }) === writePeopleQuery(wholeList);
  if (isWhole && query.after === null)
    return html`<section class="card"><h2>${words.say('people.none')}</h2><p>${words.say('people.none.text')}</p></section>`;
  return html`<section class="card"><p role="status">${words.say('people.notFound')}</p><p><a href="${here.at('/people')}">${words.say('people.all')}</a></p></section>`;
}

function pages({ words, here }: OrganisationFrame, { query, next }: PeopleProps): Fragment {
  const path = (after: WorkRelationId | null) => here.at(`/people${writePeopleQuery({ ...query, after })}`);
  if (query.after === null && next === null) return null;
  return html`<nav class="row" aria-label="${words.say('people.pages')}">${query.after !== null && html`<a class="btn sec" href="${path(null)}">${words.say('people.first')}</a>`}${next !== null && html`<a class="btn sec" href="${path(next)}">${words.say('people.next')}</a>`}</nav>`;
}

/** The rows of the file of an organisation's people: names and days, no number. */
export function peopleRows(
  people: readonly PersonInList[],
): readonly (readonly (string | number | null)[])[] {
  const head = ['family_name', 'given_names', 'type', 'job_title', 'email', 'rights', 'from', 'until'];
  return [
    head,
    ...people.map(({ familyName, givenNames, type, jobTitle, email, rights, validity }) => [
      ...[familyName, givenNames, type, jobTitle, email, rights],
      dayOf(validity.from),
      validity.until === null ? null : lastDayBefore(validity.until),
    ]),
  ];
}
