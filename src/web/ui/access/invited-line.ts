import type { WorkInvitationView } from '../../../domain/work-invitation/index.ts';
import type { Frame } from '../frame.ts';
import { type Fragment, html } from '../html.ts';
import { banner } from '../parts.ts';

/** That somebody is invited to work for organisations, and where they answer. */
export function invitedLine({ words }: Frame, invited: readonly WorkInvitationView[]): Fragment {
  if (invited.length === 0) return null;
  const organisations = words.list([...new Set(invited.map(({ organisation }) => organisation.name))]);
  const link = html`<p><a href="/account/invitations">${words.say('invited.look')}</a></p>`;
  return banner('info', words.say('invited.waits', { organisations }), link);
}
