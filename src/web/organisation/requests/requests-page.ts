import type { RequestList } from '../../../domain/access-request/index.ts';
import { requestTable } from '../../ui/access/request-table.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';

/** L6: what waits for a decision, oldest first. */
export function requestsPage(frame: OrganisationFrame, list: RequestList, notice: Fragment): Html {
  const { words, here } = frame;
  const title = words.say('requests.title');
  const table = () =>
    requestTable(frame, list, {
      title,
      at: (path) => here.at(`/requests${path}`),
      namesOrganisation: ({ organisation }) => organisation !== here.organisation.id,
    });
  return organisationLayout(frame, {
    title,
    section: 'requests',
    notice,
    body:
      list.requests.length === 0
        ? html`<p class="lede">${words.say('requests.none')}</p><p>${words.say('requests.none.text')}</p>`
        : html`<p class="lede">${words.say('requests.lede')}</p>
${table()}`,
  });
}
