import { holds } from '../../base/time.ts';
import type { Organisation } from '../../domain/organisation/index.ts';
import type { StaffPage } from '../http/session/staff-page.ts';
import { type Html, html } from '../ui/html.ts';
import { dateTag } from '../ui/parts.ts';

/** Whether an organisation counts now, and since or from when not. */
export function standingTag({ frame, now }: StaffPage, { validity, mergedInto }: Organisation): Html {
  const { words } = frame;
  if (holds(validity, now)) return html`<span class="tag ok">${words.say('platform.standing.live')}</span>`;
  const { from, until } = validity;
  if (from > now)
    return html`<span class="tag wait">${words.say('platform.standing.coming')}</span> ${dateTag(frame, from)}`;
  return html`<span class="tag">${words.say(mergedInto === null ? 'platform.standing.ended' : 'platform.standing.merged')}</span> ${until && dateTag(frame, until)}`;
}
