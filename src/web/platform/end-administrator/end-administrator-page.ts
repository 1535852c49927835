import type { Organisation } from '../../../domain/organisation/index.ts';
import type { ShownStaffForm } from '../../http/session/shown-staff-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { organisationPath } from '../organisation-in.ts';
import { platformPage } from '../platform-page.ts';
import { reasonForm } from '../reason-form.ts';

/** What follows when somebody administers an organisation no longer. */
export function endAdministratorPage(
  { page, typed, errors, afterLogin }: ShownStaffForm,
  { id, name }: Organisation,
  action: string,
): Html {
  const { frame } = page;
  const { words } = frame;
  return platformPage(page, {
    section: 'platform-organisations',
    title: words.say('platform.endAdministrator.title', { name }),
    back: { href: organisationPath(id), label: words.say('platform.organisation.back') },
    errors,
    afterLogin,
    body: html`<p class="lede">${words.say('platform.endAdministrator.lede')}</p>
${reasonForm({ frame, typed, errors }, { action, button: words.say('platform.endAdministrator'), isDanger: true, cancel: organisationPath(id) })}`,
  });
}
