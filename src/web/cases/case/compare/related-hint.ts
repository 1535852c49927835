import { type Fragment, html } from '../../../ui/html.ts';
import { banner, countryIn } from '../../../ui/parts.ts';
import { stateTag } from '../../../ui/staff/state-tag.ts';
import type { OpenedCase } from '../case-context.ts';

/** Other cases with the same e-mail address or identity document: a hint for the agent, never a decision. */
export function relatedHint({ frame, view }: OpenedCase): Fragment {
  const { words } = frame;
  const { related, case: one } = view;
  if (related.length === 0) return null;
  const otherCountry = related.some(({ country }) => country !== one.applicant.country);
  const rows = related.map(
    (row) =>
      html`<li><a href="/cases/${row.id}"><span class="num">${row.reference}</span> <span translate="no">${row.name}</span></a>, ${countryIn(frame, row.country)} ${stateTag(frame, row.state, row.outcome)}</li>`,
  );
  return banner(
    'info',
    words.say(otherCountry ? 'case.related.countries' : 'case.related'),
    html`<p>${words.say('case.related.text')}</p><ul class="bullets">${rows}</ul>`,
  );
}
