import { lastDayBefore } from '../../../base/calendar.ts';
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

export const organisationOutcomes = [
  'added',
  'known',
  'renamed',
  'ended',
  'invited',
  'decided',
  'administrator-ended',
] as const;
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
${people.length === 0 ? html`<p>${words.say('platform.organisation.people.none')}</p>` : peopleTable(page, shown)}
${invitationTable(page, shown)}
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
  return html`<div class="row"><a class="btn" href="${organisationPath(id)}/administrators/new">${words.say('platform.appoint')}</a><a class="btn sec" href="${organisationPath(id)}/rename">${words.say('platform.rename')}</a><a class="btn sec" href="${organisationPath(id)}/end">${words.say('platform.end')}</a></div>`;
}

function peopleTable({ frame, member }: StaffPage, { organisation, people }: ShownOrganisation): Html {
  const { words } = frame;
  const headings = ['person', 'as', 'since', 'until', 'next'] as const;
  const next = ({ id, person, kind, name }: OrganisationPerson): Fragment => {
    if (kind === 'legal-representative') return words.say('platform.people.byLaw');
    if (person === member.person) return words.say('platform.staff.oneself');
    const href = `${organisationPath(organisation.id)}/administrators/${id}/end`;
    return html`<a href="${href}">${words.say('platform.endAdministrator')}<span class="vh">: ${name}</span></a>`;
  };
  const rows = people.map((each) => {
    const { name, kind, from, until } = each;
    const cell = (heading: (typeof headings)[number], content: Fragment) =>
      html`<td data-label="${words.say(`platform.people.${heading}`)}">${content}</td>`;
    return html`<tr><th scope="row"><span translate="no">${name}</span></th>
${cell('as', words.say(`platform.people.${kind}`))}
${cell('since', dateTag(frame, from))}
${cell('until', until === null ? '–' : dateTag(frame, until))}
${cell('next', next(each))}</tr>`;
  });
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('platform.organisation.people')}"><table class="list"><thead><tr>${headings.map((heading) => html`<th scope="col">${words.say(`platform.people.${heading}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Invitations that wait, and who accepted one under another name than was typed. */
function invitationTable({ frame }: StaffPage, { organisation, invitations }: ShownOrganisation): Fragment {
  if (invitations.length === 0) return null;
  const { words } = frame;
  const headings = ['name', 'state', 'until', 'next'] as const;
  const rows = invitations.map(({ invitation, isExpired, accepted }) => {
    const { names, expiresAt } = invitation;
    const name = `${names.givenNames} ${names.familyName}`;
    const state = accepted !== null ? 'accepted' : isExpired ? 'expired' : 'open';
    const cell = (heading: (typeof headings)[number], content: Fragment) =>
      html`<td data-label="${words.say(`platform.waiting.${heading}`)}">${content}</td>`;
    return html`<tr><th scope="row"><span translate="no">${name}</span></th>
${cell('state', html`${words.say(`platform.waiting.${state}`)}${accepted && html` <span translate="no">${accepted.givenNames} ${accepted.familyName}</span>`}`)}
${cell('until', words.date(lastDayBefore(expiresAt)))}
${cell('next', html`<a href="${organisationPath(organisation.id)}/invitations/${invitation.id}">${words.say('platform.waiting.decide')}<span class="vh">: ${name}</span></a>`)}</tr>`;
  });
  return html`<h3>${words.say('platform.waiting')}</h3>
<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('platform.waiting')}"><table class="list"><thead><tr>${headings.map((heading) => html`<th scope="col">${words.say(`platform.waiting.${heading}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
