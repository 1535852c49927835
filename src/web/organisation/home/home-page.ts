import type { Administrator } from '../../../domain/administration/index.ts';
import { ENDING_DAYS, type HomeView, UNUSED_DAYS } from '../../../domain/organisation-desk/index.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { timeTag } from '../../ui/parts.ts';
import { changeInWords, doerInWords, personInWords } from '../change-words.ts';
import { onlyOne } from '../only-one.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';

export type HomeProps = { readonly administrator: Administrator; readonly view: HomeView };

/** L1: what there is to do in this organisation. */
export function homePage(frame: OrganisationFrame, { administrator, view }: HomeProps): Html {
  const { words } = frame;
  const { counts, isOnlyOne } = view;
  return organisationLayout(frame, {
    title: words.say('organisation.home'),
    section: 'home',
    counts: counts.requests > 0 ? { requests: counts.requests } : {},
    notice: isOnlyOne && onlyOne(frame, administrator),
    body: html`<p class="lede">${words.say('organisation.home.text')}</p>
${counts.people === 0 ? beginning(frame) : toDo(frame, view)}
${lastChanges(frame, view)}`,
  });
}

/** Nobody works here yet: what to do first. */
function beginning({ words, here }: OrganisationFrame): Html {
  return html`<section class="card"><h2>${words.say('organisation.home.first')}</h2><p>${words.say('organisation.home.first.text')}</p>
<div class="row"><a class="btn" href="${here.at('/people/add')}">${words.say('organisation.home.first.do')}</a></div></section>`;
}

function toDo({ words, here }: OrganisationFrame, { counts }: HomeView): Html {
  const tile = (path: string, count: number, label: string) =>
    html`<a href="${here.at(path)}"><b>${count}</b>${label}</a>`;
  const nothing =
    counts.requests + counts.endingRights + counts.toConfirm === 0 &&
    html`<p>${words.say('organisation.home.nothing')}</p>`;
  return html`${nothing}<div class="counts">
${tile('/requests', counts.requests, words.say('organisation.home.requests'))}
${tile('/people/invitations', counts.toConfirm, words.say('organisation.home.toConfirm'))}
${tile('/ending', counts.endingRights, words.say('organisation.home.ending', { days: ENDING_DAYS }))}
${tile(`/access?unused=${UNUSED_DAYS}`, counts.unused, words.say('organisation.home.unused', { days: UNUSED_DAYS }))}
</div>`;
}

function lastChanges(frame: OrganisationFrame, { last, names }: HomeView): Fragment {
  const { words, here } = frame;
  if (last.length === 0) return null;
  const items = last.map((change) => {
    const whom = personInWords(change, names);
    return html`<li>${timeTag(words, change.at)}: ${changeInWords(words, change)}${whom !== '' && html`, <span translate="no">${whom}</span>`} (${doerInWords(words, change, names)})</li>`;
  });
  return html`<h2>${words.say('organisation.home.last')}</h2><ul>${items}</ul>
<p><a href="${here.at('/activity')}">${words.say('organisation.home.activity')}</a></p>`;
}
