import type { CaseRow, LinkRemoval } from '../../../domain/casework/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner, dateTag } from '../../ui/parts.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import { assigneeName, countryTag } from '../case-facts.ts';
import { emptyQuery, listPath } from '../list-query.ts';

export const removalOutcomes = ['removed', 'kept', 'already'] as const;

export type SecondCheckProps = {
  readonly cases: readonly CaseRow[];
  /** How many there are, when these are not all. */
  readonly total: number;
  readonly removals: readonly LinkRemoval[];
  readonly names: ReadonlyMap<PersonId, string>;
  /** What became of the link that this agent just decided on. */
  readonly done: (typeof removalOutcomes)[number] | null;
};

/** What waits for a second agent. One's own proposals stand there too, with the reason why they cannot be opened. */
export function secondCheckPage(page: StaffPage, props: SecondCheckProps): Html {
  const { frame, member } = page;
  const { words } = frame;
  const title = words.say('desk.check');
  return staffLayout(frame, {
    member,
    section: 'check',
    title,
    body: html`${props.done && banner(props.done === 'already' ? 'info' : 'ok', words.say(`desk.removal.done.${props.done}`))}<h1>${title}</h1>
<p class="lede">${words.say('desk.check.lede')}</p>
<h2>${words.say('desk.check.cases')}</h2>
${props.cases.length === 0 ? html`<p>${words.say('desk.check.cases.none')}</p>` : html`${caseQueue(page, props)}${props.total > props.cases.length && html`<p><a href="${listPath(emptyQuery('to-confirm'))}">${words.say('desk.check.all', { total: props.total })}</a></p>`}`}
<h2>${words.say('desk.check.removals')}</h2>
${props.removals.length === 0 ? html`<p>${words.say('desk.check.removals.none')}</p>` : removalQueue(page, props)}
<p><a href="/cases/links">${words.say('case.links.title')}</a></p>`,
  });
}

function caseQueue(page: StaffPage, { cases, names }: SecondCheckProps): Html {
  const { frame } = page;
  const rows = cases.map(
    (
      row,
    ) => html`<tr><th scope="row"><span translate="no">${row.name}</span><small translate="no">${row.reference}</small></th>
${cell(page, 'desk.column.country', countryTag(frame, row.country))}
${cell(page, 'desk.check.proposedBy', assigneeName(page, row.assignee, names))}
${cell(page, 'desk.check.since', dateTag(frame, row.changedAt))}
${cell(page, 'desk.check.next', wayOn(page, row.assignee, `/cases/${row.id}/confirm`, row.name))}</tr>`,
  );
  return table(
    page,
    'desk.check.cases',
    [
      'desk.column.case',
      'desk.column.country',
      'desk.check.proposedBy',
      'desk.check.since',
      'desk.check.next',
    ],
    rows,
  );
}

function removalQueue(page: StaffPage, { removals, names }: SecondCheckProps): Html {
  const { frame } = page;
  const rows = removals.map((removal) => {
    const person = names.get(removal.person) ?? frame.words.say('desk.check.person');
    return html`<tr><th scope="row"><span translate="no">${person}</span></th>
${cell(page, 'desk.check.link', countryTag(frame, removal.country))}
${cell(page, 'desk.check.proposedBy', assigneeName(page, removal.proposedBy, names))}
${cell(page, 'desk.check.since', dateTag(frame, removal.proposedAt))}
${cell(page, 'desk.check.next', wayOn(page, removal.proposedBy, `/cases/second-check/${removal.id}`, person))}</tr>`;
  });
  return table(
    page,
    'desk.check.removals',
    ['desk.check.person', 'desk.check.link', 'desk.check.proposedBy', 'desk.check.since', 'desk.check.next'],
    rows,
  );
}

type Heading =
  | 'desk.column.case'
  | 'desk.column.country'
  | 'desk.check.person'
  | 'desk.check.link'
  | 'desk.check.proposedBy'
  | 'desk.check.since'
  | 'desk.check.next';

function cell({ frame: { words } }: StaffPage, heading: Heading, content: Fragment): Html {
  return html`<td data-label="${words.say(heading)}">${content}</td>`;
}

function table(
  { frame: { words } }: StaffPage,
  name: 'desk.check.cases' | 'desk.check.removals',
  headings: readonly Heading[],
  rows: readonly Html[],
): Html {
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say(name)}"><table class="list"><thead><tr>${headings.map((heading) => html`<th scope="col">${words.say(heading)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** The way to the decision, or why it is not this agent's. */
function wayOn(
  { frame: { words }, member }: StaffPage,
  proposer: PersonId | null,
  path: string,
  name: string,
): Html {
  if (proposer === member.person) return html`${words.say('desk.check.own')}`;
  return html`<a href="${path}">${words.say('desk.check.look')}<span class="vh">: ${name}</span></a>`;
}
