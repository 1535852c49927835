import type { Administrator } from '../../../domain/administration/index.ts';
import type { AdministratorsView } from '../../../domain/appointment/index.ts';
import { checkboxField, dateField, type FormState, radioField } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { nameOf } from '../../ui/parts.ts';
import { checkList } from '../check-list.ts';
import type { Colleague } from '../colleague-of.ts';
import { reasonField } from '../confirm-page.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';
import type { ScopeNames } from '../scope-words.ts';

type Form = FormState & { readonly frame: OrganisationFrame };

export type AppointProps = {
  readonly title: string;
  readonly colleague: Colleague;
  readonly view: AdministratorsView;
  readonly administrator: Administrator;
  readonly applications: ScopeNames['applications'];
  readonly isDeputy: boolean;
  /** The boxes that were ticked before. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly afterLogin: boolean;
  readonly action: string;
};

/** What a colleague is to administer, over what, and for which period. */
export function appointPage(form: Form, props: AppointProps): Html {
  const { frame } = form;
  const { words, here } = frame;
  const { title, colleague, isDeputy, afterLogin, action } = props;
  const name = `${colleague.givenNames} ${colleague.familyName}`.trim();
  const fields = isDeputy
    ? null
    : html`${kindField(form, props)}${unitsField(form, props)}${applicationsField(form, props)}`;
  return organisationLayout(frame, {
    title,
    section: 'administrators',
    back: here.at('/administrators'),
    errors: form.errors,
    body: html`<p class="lede" id="colleague" tabindex="-1">${words.mark('appoint.who', { name })} <a href="${frame.path}${isDeputy && '?as=deputy'}">${words.say('organisation.change')}</a></p>
<p>${words.say(isDeputy ? 'appoint.deputy.text' : 'appoint.text')}</p>
${afterLogin && html`<p>${words.say('account.confirm.afterLogin')}</p>`}
${postedForm(form, action, html`${fields}${periodFields(form, isDeputy)}${reasonField(form)}<div class="row"><button class="btn">${words.say(isDeputy ? 'appoint.deputy.do' : 'appoint.do')}</button><a class="btn sec" href="${here.at('/administrators')}">${words.say('account.confirm.not')}</a></div>`)}`,
  });
}

function kindField(form: Form, { view }: AppointProps): Fragment {
  const { words } = form.frame;
  const choice = (kind: 'local-administrator' | 'head-local-administrator') => ({
    value: kind,
    label: words.say(`administrator.${kind}`),
    hint: words.say(`appoint.kind.${kind}`),
  });
  return html`${radioField(form, {
    name: 'kind',
    label: words.say('appoint.kind'),
    choices: [
      choice('local-administrator'),
      ...(view.mayAppointHead ? [choice('head-local-administrator')] : []),
    ],
  })}${checkboxField(form, { name: 'may-appoint', label: words.say('appoint.mayAppoint'), hint: words.say('appoint.mayAppoint.hint') })}`;
}

/** All of it, or some of a list. */
function whichField(form: Form, name: 'units' | 'applications'): Html {
  const { words } = form.frame;
  const typed = { ...form.typed, [`${name}-which`]: form.typed[`${name}-which`] ?? 'all' };
  return radioField(
    { ...form, typed },
    {
      name: `${name}-which`,
      label: words.say(`appoint.${name}`),
      choices: [
        { value: 'all', label: words.say(`appoint.${name}.all`) },
        { value: 'some', label: words.say(`appoint.${name}.some`) },
      ],
    },
  );
}

function unitsField(form: Form, { view, chosen, administrator }: AppointProps): Fragment {
  const units = view.units.filter(({ id }) => id !== administrator.organisation.id);
  if (units.length === 0) return null;
  const boxes = units.map(({ id, name }) => ({
    value: id,
    label: html`<span translate="no">${name}</span>`,
    isChosen: chosen.units?.includes(id) ?? false,
  }));
  return html`${whichField(form, 'units')}${checkList(form, { name: 'units', label: form.frame.words.say('appoint.units.list') }, boxes)}`;
}

function applicationsField(form: Form, { applications, chosen, administrator }: AppointProps): Fragment {
  const { words } = form.frame;
  const { scope } = administrator;
  const theirs = applications.filter(
    ({ id }) => scope.applications === 'all' || scope.applications.includes(id),
  );
  if (theirs.length === 0) return null;
  const boxes = theirs.map((each) => ({
    value: each.id,
    label: nameOf(each, words.language),
    isChosen: chosen.applications?.includes(each.id) ?? false,
  }));
  return html`${whichField(form, 'applications')}${checkList(form, { name: 'applications', label: words.say('appoint.applications.list') }, boxes)}`;
}

function periodFields(form: Form, isDeputy: boolean): Fragment {
  const { words } = form.frame;
  return html`${dateField(form, { name: 'from', label: words.say('appoint.from'), hint: words.say('appoint.from.hint'), optional: true })}${dateField(form, { name: 'until', label: words.say('appoint.until'), hint: words.say(isDeputy ? 'appoint.until.deputy' : 'appoint.until.hint'), optional: !isDeputy })}`;
}
