import { changeSubjects, type KeptChange } from '../../../domain/organisation/index.ts';
import type { ActivityView } from '../../../domain/organisation-desk/index.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { timeTag } from '../../ui/parts.ts';
import type { Words } from '../../ui/words.ts';
import { changeInWords, doerInWords, personInWords } from '../change-words.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';
import { type ActivityQuery, writeActivityQuery } from './activity-query.ts';

export type ActivityProps = { readonly query: ActivityQuery; readonly view: ActivityView };

/** What changed, newest first: what, about whom, by whom and why. */
export function activityPage(frame: OrganisationFrame, props: ActivityProps): Html {
  const { words, here } = frame;
  const { query, view } = props;
  const older = view.next && here.at(`/activity${writeActivityQuery(query, { before: view.next })}`);
  return organisationLayout(frame, {
    title: words.say('activity.title'),
    section: 'activity',
    body: html`<p class="lede">${words.say('activity.lede')}</p>
${filters(frame, query)}
${view.changes.length === 0 ? html`<p>${words.say('activity.none')}</p>` : table(frame, props)}
<p class="pages">${query.before !== null && html`<a href="${here.at(`/activity${writeActivityQuery(query, { before: null })}`)}">${words.say('activity.newest')}</a>`}${older && html`<a href="${older}" rel="next">${words.say('activity.older')}</a>`}</p>
${view.changes.length > 0 && html`<p><a href="${here.at(`/activity/export${writeActivityQuery(query, { before: null })}`)}">${words.say('activity.export')}</a></p>`}`,
  });
}

function filters(frame: OrganisationFrame, query: ActivityQuery): Html {
  const { words, here } = frame;
  const subjects = changeSubjects.map(
    (each) =>
      html`<option value="${each}"${each === query.subject && html` selected`}>${words.say(`activity.subject.${each}`)}</option>`,
  );
  const day = (name: 'from' | 'until') =>
    html`<div><label for="${name}">${words.say(`activity.${name}`)}</label><input type="date" id="${name}" name="${name}" value="${query[name] ?? ''}"></div>`;
  const content = html`${query.person && hidden('person', query.person)}${query.by && hidden('by', query.by)}
<div><label for="subject">${words.say('activity.subject')}</label><select id="subject" name="subject"><option value="">${words.say('activity.all')}</option>${subjects}</select></div>
${day('from')}${day('until')}<button class="btn sec">${words.say('activity.show')}</button>`;
  const isNarrow = Object.entries(query).some(([name, value]) => value !== null && name !== 'before');
  return html`${postedForm({ frame }, here.at('/activity'), content, 'filters')}
${isNarrow && html`<p><a href="${here.at('/activity')}">${words.say('activity.whole')}</a></p>`}`;
}

function table(frame: OrganisationFrame, { query, view }: ActivityProps): Html {
  const { words } = frame;
  const heads = (['when', 'what', 'whom', 'who', 'why'] as const).map(
    (each) => html`<th scope="col">${words.say(`activity.${each}`)}</th>`,
  );
  const rows = view.changes.map((change) => row(frame, change, { query, view }));
  return html`<div class="scroll"><table class="list moments"><caption class="vh">${words.say('activity.title')}</caption><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function row(frame: OrganisationFrame, change: KeptChange, { query, view }: ActivityProps): Html {
  const { words, here } = frame;
  const only = (name: 'person' | 'by', id: string | null, label: Fragment): Fragment =>
    id === null || query[name] === id || !label
      ? label
      : html`<a href="${here.at(`/activity${writeActivityQuery(query, { [name]: id, before: null })}`)}">${label}</a>`;
  const whom = personInWords(change, view.names);
  return html`<tr><td>${timeTag(words, change.at)}</td><th scope="row">${changeInWords(words, change)}</th>
<td>${only('person', change.person, whom && html`<span translate="no">${whom}</span>`)}</td>
<td>${only('by', change.by.person, doerInWords(words, change, view.names))}</td>
<td>${change.reason?.reveal() ?? ''}</td></tr>`;
}

/** The same for a file: no number and no address stands in it. */
export function activityRows(words: Words, { changes, names }: ActivityView): readonly (readonly string[])[] {
  const heads = (['when', 'what', 'whom', 'who', 'why'] as const).map((each) =>
    words.say(`activity.${each}`),
  );
  return [
    heads,
    ...changes.map((change) => [
      change.at.toISOString(),
      changeInWords(words, change),
      personInWords(change, names),
      (change.by.person && names.get(change.by.person)) || words.say('activity.system'),
      change.reason?.reveal() ?? '',
    ]),
  ];
}
