import type { TargetGroup } from '../../../domain/organisation/index.ts';
import { type FormState, textField } from '../../ui/form/form-fields.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';
import { relationFields } from '../relation-form.ts';

export type ChangePersonProps = {
  readonly name: string;
  /** The address of the person. */
  readonly path: string;
  readonly group: TargetGroup;
  readonly version: number;
  readonly hasBegun: boolean;
  /** Somebody else changed it since it was shown: what stands here now is theirs. */
  readonly changedMeanwhile: boolean;
};

/** Changes what is known of somebody at work. */
export function changePersonPage(frame: OrganisationFrame, form: FormState, props: ChangePersonProps): Html {
  const { words } = frame;
  const { name, path, group, version, hasBegun, changedMeanwhile } = props;
  return organisationLayout(frame, {
    title: words.say('people.changeOf', { name }),
    section: 'people',
    back: path,
    errors: form.errors,
    notice:
      changedMeanwhile &&
      banner(
        'warn',
        words.say('people.changedMeanwhile'),
        html`<p>${words.say('people.changedMeanwhile.text')}</p>`,
      ),
    body: postedForm(
      { frame },
      `${path}/change`,
      html`${hidden('version', String(version))}${textField(form, { name: 'email', label: words.say('people.email'), type: 'email', autocomplete: 'off', verbatim: true })}
${relationFields(form, { group, hasBegun })}
<div class="row"><button class="btn">${words.say('people.save')}</button><a class="btn sec" href="${path}">${words.say('people.cancel')}</a></div>`,
    ),
  });
}
