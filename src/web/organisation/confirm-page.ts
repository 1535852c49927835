import { type FormState, textArea } from '../ui/form/form-fields.ts';
import { postedForm } from '../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import {
  type OrganisationFrame,
  type OrganisationSection,
  organisationLayout,
} from './organisation-layout.ts';

export type ConfirmProps = {
  readonly title: string;
  readonly section: OrganisationSection;
  readonly action: string;
  readonly back: string;
  /** What follows from it. */
  readonly text: Fragment;
  readonly button: string;
  readonly isDanger: boolean;
};

type Form = FormState & {
  readonly frame: OrganisationFrame;
  /** It came back after a login: nothing was done yet. */
  readonly afterLogin: boolean;
};

/** A step that somebody confirms with a reason: what it does, and what follows. */
export function confirmPage(form: Form, props: ConfirmProps): Html {
  const { frame, errors, afterLogin } = form;
  const { words } = frame;
  const { title, section, action, back, text, button, isDanger } = props;
  const content = html`${reasonField(form)}<div class="row"><button class="btn${isDanger && ' danger'}">${button}</button><a class="btn sec" href="${back}">${words.say('account.confirm.not')}</a></div>`;
  return organisationLayout(frame, {
    title,
    section,
    back,
    errors,
    body: html`${text}
${afterLogin && html`<p>${words.say('account.confirm.afterLogin')}</p>`}
${postedForm(form, action, content)}`,
  });
}

/** Why somebody does it: kept with what was done, and shown to those who administer the organisation. */
export function reasonField(form: FormState): Html {
  const { words } = form.frame;
  return textArea(form, {
    name: 'reason',
    label: words.say('organisation.reason'),
    hint: words.say('organisation.reason.hint'),
    rows: 3,
  });
}
