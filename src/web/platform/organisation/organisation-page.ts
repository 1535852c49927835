import { holds } from '../../../base/time.ts';
import type { Organisation } from '../../../domain/organisation/index.ts';
import type { OrganisationPerson, ShownOrganisation } from '../../../domain/platform/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { countryOfTheWorld, dateTag, facts } from '../../ui/parts.ts';
import { changeList } from '../change-list.ts';
import { ORGANISATIONS, organisationPath } from '../organisation-in.ts';
import { organisationTable } from '../organisation-table.ts';
import { platformPage } from '../platform-page.ts';
import { standingTag } from '../standing-tag.ts';

export const organisationOutcomes = ['added', 'known', 'renamed', 'ended'] as const;
export type OrganisationOutcome = (typeof organisationOutcomes)[number];

/** One organisation: what registers say, its units, who decides for it, and what happened to it. */
export function organisationPage(
  page: StaffPage,
  shown: ShownOrganisation,
  done: OrganisationOutcome | null,
): Html {
  const { words } = page.frame;
  const { organisation, units, people } = shown;
  return platformPage(page, {
    section: 'platform-organisations',
    title: html`<span translate="no">${organisation.name}</span>`,
    plainTitle: organisation.name,
    back: { href: ORGANISATIONS, label: words.say('platform.organisations.back') },
    done: done && words.say(`platform.organisation.done.${done}`),
    body: html`<section class="card">${facts(factsOf(page, shown))}${actions(page, organisation)}</section>
<h2>${words.say('platform.organisation.people')}</h2>
${people.length === 0 ? html`<p>${words.say('platform.organisation.people.none')}</p>` : peopleTable(page, people)}
<h2>${words.say('platform.organisation.units')}</h2>
${units.items.length === 0 ? html`<p>${words.say('platform.organisation.units.none')}</p>` : organisationTable(page, words.say('platform.organisation.units'), units.items)}
${units.hasMore && html`<p>${words.say('platform.organisation.units.more')}</p>`}
<h2>${words.say('platform.organisation.history')}</h2>
${changeList(page, shown)}`,
  });
}

function factsOf(page: StaffPage, { organisation, parent, mergedInto }: ShownOrganisation) {
  const { frame } = page;
  const { words } = frame;
  const link = (to: Organisation): Html =>
    html`<a href="${organisationPath(to.id)}" translate="no">${to.name}</a>`;
  const rows: (readonly [string, Fragment])[] = [
    [words.say('platform.organisation.targetGroup'), words.say(`platform.group.${organisation.targetGroup}`)],
    [words.say('platform.organisation.code'), html`<span translate="no">${organisation.code}</span>`],
    [words.say('platform.organisation.country'), countryOfTheWorld(frame, organisation.country)],
    [words.say('platform.organisation.standing'), standingTag(page, organisation)],
  ];
  if (parent) rows.push([words.say('platform.organisation.parent'), link(parent)]);
  if (mergedInto) rows.push([words.say('platform.organisation.mergedInto'), link(mergedInto)]);
  return rows;
}

function actions({ frame: { words }, now }: StaffPage, { id, validity }: Organisation): Fragment {
  if (!holds(validity, now)) return null;
  return html`<div class="row"><a class="btn sec" href="${organisationPath(id)}/rename">${words.say('platform.rename')}</a><a class="btn sec" href="${organisationPath(id)}/end">${words.say('platform.end')}</a></div>`;
}

function peopleTable({ frame }: StaffPage, people: readonly OrganisationPerson[]): Html {
  const { words } = frame;
  const headings = ['person', 'as', 'since', 'until'] as const;
  const rows = people.map(({ name, kind, from, until }) => {
    const cell = (heading: (typeof headings)[number], content: Fragment) =>
      html`<td data-label="${words.say(`platform.people.${heading}`)}">${content}</td>`;
    return html`<tr><th scope="row"><span translate="no">${name}</span></th>
${cell('as', words.say(`platform.people.${kind}`))}
${cell('since', dateTag(frame, from))}
${cell('until', until === null ? '–' : dateTag(frame, until))}</tr>`;
  });
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('platform.organisation.people')}"><table class="list"><thead><tr>${headings.map((heading) => html`<th scope="col">${words.say(`platform.people.${heading}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
