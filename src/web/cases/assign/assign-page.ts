import type { CaseId, CaseRow } from '../../../domain/casework/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import { mayOpen } from '../../../domain/staff/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { errorSummary, type FieldError } from '../../ui/form/error-summary.ts';
import { radioField } from '../../ui/form/form-fields.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import { stateTag } from '../../ui/staff/state-tag.ts';
import { assigneeName, countryTag } from '../case-facts.ts';
import { type ListQuery, listPath, writeListQuery } from '../list-query.ts';

export type AssignProps = {
  readonly query: ListQuery;
  readonly rows: readonly CaseRow[];
  /** How many were selected that the list does not hold any more. */
  readonly gone: number;
  readonly names: ReadonlyMap<PersonId, string>;
  readonly agents: readonly { readonly person: PersonId; readonly name: string }[];
  readonly errors: readonly FieldError[];
};

/** What was selected, and who takes it. An agent takes cases; a lead gives them to others too. */
export function assignPage(page: StaffPage, props: AssignProps): Html {
  const { frame, member } = page;
  const { words } = frame;
  const { rows, errors, query } = props;
  const title = words.say('desk.assign.title', { count: rows.length });
  const mayGive = mayOpen('case-lead', member);
  const others = mayGive ? props.agents.filter(({ person }) => person !== member.person) : [];
  const choices = [
    { value: member.person, label: words.say('desk.me') },
    ...others.map(({ person, name }) => ({ value: person, label: name })),
  ];
  const form = { frame, typed: mayGive ? {} : { to: member.person }, errors };
  return staffLayout(frame, {
    member,
    section: 'list',
    title,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}<h1>${title}</h1>
${props.gone > 0 && html`<p>${words.say('desk.assign.gone', { count: props.gone })}</p>`}
${recap(page, props)}
${postedForm(
  page,
  '/cases/assigned',
  html`${hidden('query', writeListQuery(query))}${rows.map(({ id }) => hidden('case', id))}${radioField(form, { name: 'to', label: words.say('desk.assign.to'), choices, ...(!mayGive && { hint: words.say('desk.assign.leadOnly') }) })}
<div class="row"><button class="btn">${words.say('desk.assign.confirm')}</button><a href="${listPath(query)}">${words.say('desk.assign.cancel')}</a></div>`,
)}`,
  });
}

function recap(page: StaffPage, { rows, names }: AssignProps): Html {
  const { frame } = page;
  const { words } = frame;
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('desk.table')}"><table class="list"><thead><tr><th scope="col">${words.say('desk.column.case')}</th><th scope="col">${words.say('desk.column.country')}</th><th scope="col">${words.say('desk.column.assignee')}</th><th scope="col">${words.say('desk.column.status')}</th></tr></thead>
<tbody>${rows.map(
    (
      row,
    ) => html`<tr><th scope="row"><span translate="no">${row.name}</span><small translate="no">${row.reference}</small></th>
<td data-label="${words.say('desk.column.country')}">${countryTag(frame, row.country)}</td><td data-label="${words.say('desk.column.assignee')}">${assigneeName(page, row.assignee, names)}</td><td data-label="${words.say('desk.column.status')}">${stateTag(frame, row.state, row.outcome)}</td></tr>`,
  )}</tbody></table></div>`;
}

export type AssignedProps = {
  readonly query: ListQuery;
  readonly to: PersonId;
  readonly assigned: readonly CaseId[];
  readonly taken: readonly { readonly case: CaseId; readonly by: PersonId | null }[];
  readonly names: ReadonlyMap<PersonId, string>;
};

/** What became of it: how many were assigned, and who had taken others meanwhile. */
export function assignedPage(page: StaffPage, props: AssignedProps): Html {
  const { frame, member } = page;
  const { words } = frame;
  const count = props.assigned.length;
  const title = words.say(count === 0 ? 'desk.assigned.none' : 'desk.assigned.title');
  const name = props.names.get(props.to) ?? words.say('desk.formerAgent');
  const done =
    props.to === member.person
      ? words.say('desk.assigned.you', { count })
      : words.say('desk.assigned.other', { count, name });
  const sentences = [...(count > 0 ? [done] : []), ...takenSentences(page, props)];
  return staffLayout(frame, {
    member,
    section: 'list',
    title,
    body: html`<h1>${title}</h1>
${banner(count === 0 ? 'info' : 'ok', sentences.join(' '))}
<div class="row"><a class="btn" href="/cases/list">${words.say('desk.toList')}</a><a href="${listPath(props.query)}">${words.say('desk.assign.cancel')}</a></div>`,
  });
}

/** "M. Dubois took 1 of these cases": one sentence per colleague who was quicker. */
function takenSentences({ frame: { words } }: StaffPage, { taken, names }: AssignedProps): readonly string[] {
  const takers = [...new Set(taken.map(({ by }) => by))];
  return takers.map((by) => {
    const count = taken.filter((each) => each.by === by).length;
    const name = by === null ? undefined : names.get(by);
    return name === undefined
      ? words.say('desk.assigned.changed', { count })
      : words.say('desk.assigned.taken', { count, name });
  });
}
