import type { ListedRequest, RequestList } from '../../../domain/access-request/index.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { dateTag } from '../parts.ts';
import { wishInWords } from './wish-words.ts';

/** Requests that wait for a decision, each with the way to it: `namesOrganisation` says of which ones the organisation is named. */
export function requestTable(
  frame: Frame,
  { requests, applications, next }: RequestList,
  {
    title,
    at,
    namesOrganisation,
  }: {
    readonly title: string;
    /** The address of the list, and of what is beneath it. */
    readonly at: (path: string) => string;
    readonly namesOrganisation: (request: ListedRequest) => boolean;
  },
): Html {
  const { words } = frame;
  const rows = requests.map(
    (
      each,
    ) => html`<tr><th scope="row"><a href="${at(`/${each.id}`)}" translate="no">${each.personName}</a></th>
<td translate="no">${wishInWords(each, applications, words)}${namesOrganisation(each) && html`<small>${each.organisationName}</small>`}</td>
<td>${dateTag(frame, each.askedAt)}</td><td>${words.say(`requests.state.${each.state}`)}</td></tr>`,
  );
  const heads = (['person', 'what', 'asked', 'state'] as const).map(
    (name) => html`<th scope="col">${words.say(`requests.${name}`)}</th>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="list"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>
${next && html`<p><a href="${at(`?after=${next}`)}">${words.say('requests.next')}</a></p>`}`;
}
