import { dateField, type FormState, textArea } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';
import { type RightsProps, rightsList } from '../rights-list.ts';

export type EndWorkProps = RightsProps & {
  readonly name: string;
  readonly path: string;
  /** It came back after a login: nothing was done yet. */
  readonly afterLogin: boolean;
};

/** The end of somebody's work: until when, why, and what ends with it. */
export function endWorkPage(frame: OrganisationFrame, form: FormState, props: EndWorkProps): Html {
  const { words } = frame;
  const { name, path, afterLogin } = props;
  return organisationLayout(frame, {
    title: words.say('people.endOf', { name }),
    section: 'people',
    back: path,
    errors: form.errors,
    notice: afterLogin && banner('info', words.say('people.afterLogin')),
    body: html`<p class="lede">${words.say('people.end.text')}</p>
<section class="card"><h2>${words.say('people.end.rights')}</h2>${rightsList(frame, props)}</section>
${postedForm(
  { frame },
  `${path}/end`,
  html`${dateField(form, { name: 'until', label: words.say('people.until'), hint: words.say('people.end.until'), optional: true })}
${textArea(form, { name: 'reason', label: words.say('people.reason'), hint: words.say('people.reason.hint'), rows: 3 })}
<div class="row"><button class="btn danger">${words.say('people.end')}</button><a class="btn sec" href="${path}">${words.say('people.end.not')}</a></div>`,
)}`,
  });
}
