import { type FormState, textArea } from '../ui/form/form-fields.ts';
import { postedForm } from '../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';

export type ReasonFormProps = {
  readonly action: string;
  /** The fields before the reason. */
  readonly fields?: Fragment;
  readonly button: string;
  readonly isDanger?: boolean;
  /** Where whoever changes their mind goes. */
  readonly cancel: string;
};

/** A form of an act of a platform administrator: each asks why. */
export function reasonForm(
  form: FormState,
  { action, fields, button, isDanger, cancel }: ReasonFormProps,
): Html {
  const { words } = form.frame;
  return postedForm(
    form,
    action,
    html`${fields}
${textArea(form, { name: 'reason', rows: 3, label: words.say('platform.reason'), hint: words.say('platform.reason.hint') })}
<div class="row"><button class="btn${isDanger && ' danger'}">${button}</button><a class="btn sec" href="${cancel}">${words.say('platform.cancel')}</a></div>`,
  );
}
