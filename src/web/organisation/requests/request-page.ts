import { type RequestReview, requestReview } from '../../ui/access/request-review.ts';
import type { Fragment, Html } from '../../ui/html.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';

export type RequestPageProps = Omit<RequestReview, 'at'> & { readonly notice: Fragment };

/** L6: one request, for whoever decides about it. */
export function requestPage(frame: OrganisationFrame, { notice, ...review }: RequestPageProps): Html {
  const { words, here } = frame;
  const { view, errors } = review;
  return organisationLayout(frame, {
    title: words.say('requests.view', { name: view.personName }),
    section: 'requests',
    back: here.at('/requests'),
    errors,
    notice,
    body: requestReview(frame, { ...review, at: (act) => here.at(`/requests/${view.request.id}/${act}`) }),
  });
}
