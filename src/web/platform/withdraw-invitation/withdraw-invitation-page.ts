import type { ShownStaffForm } from '../../http/session/shown-staff-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { platformPage } from '../platform-page.ts';
import { reasonForm } from '../reason-form.ts';
import { STAFF } from '../staff-table.ts';

/** Taking back an invitation that waits. */
export function withdrawInvitationPage(
  { page, typed, errors, afterLogin }: ShownStaffForm,
  id: string,
): Html {
  const { frame } = page;
  const { words } = frame;
  return platformPage(page, {
    section: 'platform-staff',
    title: words.say('platform.withdraw.title'),
    back: { href: STAFF, label: words.say('platform.staff.back') },
    errors,
    afterLogin,
    body: html`<p class="lede">${words.say('platform.withdraw.lede')}</p>
${reasonForm({ frame, typed, errors }, { action: `${STAFF}/invitations/${id}`, button: words.say('platform.withdraw'), isDanger: true, cancel: STAFF })}`,
  });
}
