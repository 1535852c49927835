import type { Organisation } from '../../../domain/organisation/index.ts';
import type { ShownStaffForm } from '../../http/session/shown-staff-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { organisationPath } from '../organisation-in.ts';
import { platformPage } from '../platform-page.ts';
import { reasonForm } from '../reason-form.ts';

/** What follows when an organisation ends. */
export function endOrganisationPage(
  { page, typed, errors, afterLogin }: ShownStaffForm,
  { id, name }: Organisation,
): Html {
  const { frame } = page;
  const { words } = frame;
  return platformPage(page, {
    section: 'platform-organisations',
    title: words.say('platform.end.title', { name }),
    back: { href: organisationPath(id), label: words.say('platform.organisation.back') },
    errors,
    afterLogin,
    body: html`<p class="lede">${words.say('platform.end.lede')}</p>
<p>${words.say('platform.end.merged')}</p>
${reasonForm(
  { frame, typed, errors },
  {
    action: `${organisationPath(id)}/end`,
    button: words.say('platform.end'),
    isDanger: true,
    cancel: organisationPath(id),
  },
)}`,
  });
}
