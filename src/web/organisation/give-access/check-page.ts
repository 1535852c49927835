import { textIn } from '../../../base/language.ts';
import type { CalendarDate } from '../../../base/time.ts';
import { nameOfContext, type RightDefinition } from '../../../domain/application/index.ts';
import type { OfferedApplication, RelationOfRights } from '../../../domain/user-rights/index.ts';
import type { FormState } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { facts, nameOf, properName } from '../../ui/parts.ts';
import { fullName } from '../full-name.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';
import { carriedAnswers, type GivingForm } from './giving-form.ts';
import { stepButtons } from './step-parts.ts';

type Form = FormState & { readonly frame: OrganisationFrame };

/** What giving would come to for one person. */
export type CheckedPerson = {
  readonly relation: RelationOfRights;
  readonly mayBefore: boolean;
  readonly mayAfter: boolean;
  /** Why they cannot get it, in words. */
  readonly refusals: readonly string[];
};

export type CheckProps = {
  readonly offered: OfferedApplication;
  readonly rights: readonly { readonly definition: RightDefinition; readonly contexts: readonly string[] }[];
  readonly until: CalendarDate;
  readonly people: readonly CheckedPerson[];
  readonly afterLogin: boolean;
};

/** L5, last: what will be given, what each will be able to do by it, and what stands in the way. */
export function checkPage(form: Form, answered: GivingForm, props: CheckProps): Html {
  const { frame, errors } = form;
  const { words } = frame;
  const { offered, rights, until, people, afterLogin } = props;
  const application = nameOf(offered.application, words.language);
  const named = rights.map(({ definition, contexts }) => {
    const within = contexts.map((each) => nameOfContext(definition, each, words.language));
    const name = textIn(definition.name, words.language);
    return html`<li>${name}${within.length > 0 && ` (${words.list(within)})`}${definition.secondAdministrator && html` <span class="tag wait">${words.say('giving.second')}</span>`}</li>`;
  });
  const isPossible = people.some(({ refusals }) => refusals.length === 0);
  const next = isPossible ? words.say('giving.do', { count: people.length }) : null;
  return organisationLayout(frame, {
    title: words.say('giving.check'),
    section: 'people',
    errors,
    body: html`${afterLogin && html`<p>${words.say('account.confirm.afterLogin')}</p>`}${facts([
      [words.say('giving.application.label'), properName(application)],
      [words.say('giving.rights.label'), html`<ul class="plain">${named}</ul>`],
      [words.say('giving.until'), words.date(until)],
      [words.say('giving.reason'), html`<span dir="auto">${answered.typed.reason ?? ''}</span>`],
    ])}
<h2>${words.say('giving.effect')}</h2>
<dl class="sum">${people.map((person) => effectOn(frame, person, application))}</dl>
<p class="hint">${words.say('giving.told')}</p>
${postedForm({ frame }, frame.path, html`${carriedAnswers(answered, [])}${stepButtons(frame, next)}`)}`,
  });
}

function effectOn(
  { words }: OrganisationFrame,
  { relation, mayBefore, mayAfter, refusals }: CheckedPerson,
  application: string,
): Html {
  const effect =
    refusals.length > 0
      ? html`<span class="tag no">${words.say('giving.effect.no')}</span><ul class="plain">${refusals.map((each) => html`<li>${each}</li>`)}</ul>`
      : words.say(
          mayBefore ? 'giving.effect.more' : mayAfter ? 'giving.effect.first' : 'giving.effect.later',
          { application },
        );
  return html`<div><dt translate="no">${fullName(relation)}</dt><dd>${effect}</dd></div>`;
}
