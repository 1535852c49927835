import { lastDayBefore } from '../../../base/calendar.ts';
import { textIn } from '../../../base/language.ts';
import { findRight, nameOfContext } from '../../../domain/application/index.ts';
import type { EndingRight, ViewedEnding } from '../../../domain/user-rights/index.ts';
import { dateField, type FormState, textArea } from '../../ui/form/form-fields.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { nameOf } from '../../ui/parts.ts';
import { fullName } from '../full-name.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';

type Form = FormState & { readonly frame: OrganisationFrame };

export type EndingProps = {
  readonly view: ViewedEnding;
  /** The month that is looked at, by its first day; `null`: the year to come. */
  readonly month: string | null;
  readonly chosen: readonly string[];
  readonly notice: Fragment;
};

/** L9: which rights end when, and extending them, one or many. */
export function endingPage(form: Form, props: EndingProps): Html {
  const { frame, errors } = form;
  const { words, here } = frame;
  const { view, notice, month } = props;
  return organisationLayout(frame, {
    title: words.say('ending.title'),
    section: 'ending',
    errors,
    notice,
    body: html`<p class="lede">${words.say('ending.text')}</p>
${strip(frame, props)}
${month !== null && html`<p><a href="${here.at('/ending')}">${words.say('ending.whole')}</a></p>`}
${view.rights.length === 0 ? html`<p role="status">${words.say(month === null ? 'ending.none' : 'ending.none.month')}</p>` : list(form, props)}`,
  });
}

/** The months to come, each with how many rights end in it: a list that leads to each month. */
function strip({ words, here }: OrganisationFrame, { view, month }: EndingProps): Html {
  const items = view.months.map((each) => {
    const name = words.date(each.month).replace(/^\D*1\S*\s+/, '');
    const count = words.say('ending.count', { count: each.count });
    const label = html`<b>${name}</b><span>${count}</span>`;
    const isCurrent = each.month === month;
    return html`<li${each.count > 0 && html` class="some"`}><a href="${here.at(`/ending?month=${each.month}`)}"${isCurrent && html` aria-current="true"`}>${label}</a></li>`;
  });
  return html`<nav aria-label="${words.say('ending.months')}"><ol class="months">${items}</ol></nav>`;
}

function list(form: Form, { view, month, chosen }: EndingProps): Html {
  const { frame } = form;
  const { words, here } = frame;
  const rows = view.rights.map((right, place) =>
    row(frame, view, { right, place, isChosen: chosen.includes(right.id) }),
  );
  const last = view.rights.at(-1);
  const query = new URLSearchParams({ ...(month !== null && { month }), after: last?.id ?? '' });
  const head = (['person', 'right', 'until'] as const).map(
    (column) => html`<th scope="col">${words.say(`ending.${column}`)}</th>`,
  );
  const content = html`${hidden('month', month ?? '')}
<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('ending.title')}"><table class="list"><thead><tr><th scope="col"><span class="vh">${words.say('ending.choose')}</span></th>${head}<th scope="col"><span class="vh">${words.say('ending.change')}</span></th></tr></thead>
<tbody>${rows}</tbody></table></div>
<h2>${words.say('ending.extend')}</h2>
${dateField(form, { name: 'until', label: words.say('giving.until'), hint: words.say('ending.until.hint') })}
${textArea(form, { name: 'reason', label: words.say('giving.reason'), hint: words.say('giving.reason.hint'), rows: 3 })}
<div class="row"><button class="btn">${words.say('ending.extend.do')}</button></div>`;
  return html`${postedForm({ frame }, here.at('/ending'), content)}
${view.hasMore && html`<p><a href="${here.at(`/ending?${query}`)}">${words.say('ending.more')}</a></p>`}`;
}

function row(
  { words, here }: OrganisationFrame,
  { applications }: ViewedEnding,
  {
    right,
    place,
    isChosen,
  }: { readonly right: EndingRight; readonly place: number; readonly isChosen: boolean },
): Html {
  const application = applications.find(({ id }) => id === right.application);
  const definition = application ? findRight(application, right.right) : null;
  const name = definition ? textIn(definition.name, words.language) : right.right;
  const contexts = right.contexts.map((each) => nameOfContext(definition ?? {}, each, words.language));
  const where = application ? nameOf(application, words.language) : right.application;
  const id = place === 0 ? 'rights' : `rights-${place}`;
  const end = right.validity.until === null ? '' : words.shortDate(lastDayBefore(right.validity.until));
  const whose = fullName(right);
  return html`<tr><td><input type="checkbox" id="${id}" name="rights" value="${right.id}"${isChosen && html` checked`} aria-label="${words.say('ending.choose.one', { person: whose, right: name })}"></td>
<th scope="row" data-label="${words.say('ending.person')}"><label for="${id}" translate="no">${whose}</label></th>
<td data-label="${words.say('ending.right')}">${where}, ${name}${contexts.length > 0 && ` (${words.list(contexts)})`}</td>
<td data-label="${words.say('ending.until')}">${end}</td>
<td><a href="${here.at(`/rights/${right.id}`)}">${words.say('ending.change')}<span class="vh"> ${whose}, ${name}</span></a></td></tr>`;
}
