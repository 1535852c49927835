import type { ListedRequest, RequestList } from '../../../domain/access-request/index.ts';
import type { Application } from '../../../domain/application/index.ts';
import { rightByName } from '../../ui/access/wish-words.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { dateTag } from '../../ui/parts.ts';
import type { Words } from '../../ui/words.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';

/** L6: what waits for a decision, oldest first. */
export function requestsPage(
  frame: OrganisationFrame,
  { requests, applications, next }: RequestList,
  notice: Fragment,
): Html {
  const { words, here } = frame;
  const rows = requests.map(
    (
      each,
    ) => html`<tr><th scope="row"><a href="${here.at(`/requests/${each.id}`)}" translate="no">${each.personName}</a></th>
<td translate="no">${wishInWords(each, applications, words)}${each.organisation !== here.organisation.id && html`<small>${each.organisationName}</small>`}</td>
<td>${dateTag(frame, each.askedAt)}</td><td>${words.say(`requests.state.${each.state}`)}</td></tr>`,
  );
  const heads = (['person', 'what', 'asked', 'state'] as const).map(
    (name) => html`<th scope="col">${words.say(`requests.${name}`)}</th>`,
  );
  const title = words.say('requests.title');
  return organisationLayout(frame, {
    title,
    section: 'requests',
    notice,
    body:
      requests.length === 0
        ? html`<p class="lede">${words.say('requests.none')}</p><p>${words.say('requests.none.text')}</p>`
        : html`<p class="lede">${words.say('requests.lede')}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="list"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>
${next && html`<p><a href="${here.at(`/requests?after=${next}`)}">${words.say('requests.next')}</a></p>`}`,
  });
}

/** What a request is for. */
export function wishInWords(
  { wish }: Pick<ListedRequest, 'wish'>,
  applications: readonly Application[],
  words: Words,
): string {
  return wish.kind === 'work-relation'
    ? words.say('requests.relation')
    : rightByName(wish, applications, words);
}
