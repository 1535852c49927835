import type { RequestList } from '../../../domain/access-request/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { requestTable } from '../../ui/access/request-table.ts';
import { type Html, html } from '../../ui/html.ts';
import { platformPage } from '../platform-page.ts';
import { REQUESTS } from '../request-path.ts';

/** Requests for access that nobody in their organisation decided, oldest first. */
export function requestsPage(page: StaffPage, list: RequestList, done: string | null): Html {
  const { frame } = page;
  const { words } = frame;
  const title = words.say('platform.requests.title');
  const table = () =>
    requestTable(frame, list, {
      title,
      at: (path) => `${REQUESTS}${path}`,
      namesOrganisation: () => true,
    });
  return platformPage(page, {
    section: 'platform-requests',
    title,
    done,
    body: html`<p class="lede">${words.say('platform.requests.lede')}</p>
${list.requests.length === 0 ? html`<p>${words.say('platform.requests.none')}</p>` : table()}`,
  });
}
