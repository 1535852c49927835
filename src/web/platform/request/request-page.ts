import type { StaffPage } from '../../http/session/staff-page.ts';
import { decidedBox, type RequestReview, requestReview } from '../../ui/access/request-review.ts';
import { textArea } from '../../ui/form/form-fields.ts';
import { type Html, html } from '../../ui/html.ts';
import { organisationPath } from '../organisation-in.ts';
import { platformPage } from '../platform-page.ts';
import { REQUESTS, requestPath } from '../request-path.ts';

export type RequestPageProps = Omit<RequestReview, 'at' | 'toApprove' | 'now'> & {
  readonly done: string | null;
  /** Somebody else was first. */
  readonly isLate: boolean;
  readonly afterLogin: boolean;
};

/** One request that came to the platform: of which organisation, and what its administrators would see of it. */
export function requestPage(
  page: StaffPage,
  { done, isLate, afterLogin, ...review }: RequestPageProps,
): Html {
  const { frame, now } = page;
  const { words } = frame;
  const { view, errors } = review;
  const { id, name } = view.organisation;
  return platformPage(page, {
    section: 'platform-requests',
    title: words.say('requests.view', { name: view.personName }),
    back: { href: REQUESTS, label: words.say('platform.requests.back') },
    errors,
    afterLogin,
    done,
    body: html`${isLate && decidedBox(frame, view.decidedBy)}
<p class="lede">${words.say('platform.requests.instead', { organisation: name })}</p>
<p><a href="${organisationPath(id)}" translate="no">${name}</a></p>
${requestReview(frame, {
  ...review,
  now,
  at: (act) => `${requestPath(view.request.id)}/${act}`,
  toApprove: (state) =>
    textArea(state, {
      name: 'why',
      rows: 3,
      label: words.say('platform.reason'),
      hint: words.say('platform.reason.hint'),
    }),
})}`,
  });
}
