import { lastDayBefore } from '../../../base/calendar.ts';
import { textIn } from '../../../base/language.ts';
import { nameOfContext } from '../../../domain/application/index.ts';
import type { ViewedRight } from '../../../domain/user-rights/index.ts';
import { dateField, type FormState, radioField, textArea } from '../../ui/form/form-fields.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { disclosure, facts, nameOf, properName } from '../../ui/parts.ts';
import { checkList } from '../check-list.ts';
import { fullName } from '../full-name.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';

type Form = FormState & { readonly frame: OrganisationFrame };

/** What can be done to a right on its page. */
export const rightActs = ['extend', 'contexts', 'end'] as const;
export type RightAct = (typeof rightActs)[number];

export type RightProps = {
  readonly view: ViewedRight;
  readonly hasEnded: boolean;
  /** Which of the forms was sent and not taken. */
  readonly open: RightAct | null;
  readonly contexts: readonly string[];
  readonly notice: Fragment;
};

/** One right of somebody: until when, in which contexts, and what can be changed. What ended is given again. */
export function rightPage(form: Form, props: RightProps): Html {
  const { frame, errors } = form;
  const { words, here } = frame;
  const { view, hasEnded, notice } = props;
  const { right, relation, application, definition } = view;
  const name = definition ? textIn(definition.name, words.language) : right.right;
  const contexts = right.contexts.map((each) => nameOfContext(definition ?? {}, each, words.language));
  const { until } = right.validity;
  return organisationLayout(frame, {
    title: words.say('right.title', { right: name, person: fullName(relation) }),
    section: 'people',
    back: here.at(`/people/${relation.id}`),
    errors,
    notice,
    body: html`${facts([
      [words.say('giving.application.label'), properName(nameOf(application, words.language))],
      ...(contexts.length > 0 ? [[words.say('right.contexts'), words.list(contexts)] as const] : []),
      [
        words.say(hasEnded ? 'right.ended' : 'giving.until'),
        until === null ? words.say('right.endless') : words.date(lastDayBefore(until)),
      ],
    ])}
${hasEnded ? html`<p><a class="btn" href="${here.at(`/give-access?relation=${relation.id}`)}">${words.say('right.giveAgain')}</a></p>` : changes(form, props)}`,
  });
}

function changes(form: Form, { view, open, contexts }: RightProps): Html {
  const { frame } = form;
  const { words } = frame;
  const { definition } = view;
  // What was wrong with one form is not said at the fields of another.
  const of = (act: RightAct): Form => (open === act ? form : { ...form, errors: [] });
  const send = (act: RightAct, fields: Fragment, label: string) =>
    postedForm(
      { frame },
      frame.path,
      html`${hidden('act', act)}${fields}${reason(of(act), act)}<div class="row"><button class="btn${act === 'end' && ' danger'}">${label}</button></div>`,
    );
  const choices = (definition?.contexts ?? []).map((value) => ({
    value,
    label: nameOfContext(definition ?? {}, value, words.language),
    isChosen: contexts.includes(value),
  }));
  const extend = send(
    'extend',
    dateField(of('extend'), {
      name: 'until',
      label: words.say('giving.until'),
      hint: words.say('ending.until.hint'),
    }),
    words.say('ending.extend.do'),
  );
  const change = send(
    'contexts',
    checkList(of('contexts'), { name: 'contexts', label: words.say('right.contexts') }, choices),
    words.say('right.contexts.do'),
  );
  const end = send(
    'end',
    html`<p>${words.say('right.end.text')}</p>${radioField(of('end'), {
      name: 'when',
      label: words.say('right.end.when'),
      choices: [
        { value: 'now', label: words.say('right.end.now') },
        { value: 'day', label: words.say('right.end.day') },
      ],
    })}${dateField(of('end'), { name: 'last', label: words.say('right.end.last'), optional: true })}`,
    words.say('right.end.do'),
  );
  return html`${definition !== null && disclosure(words.say('ending.extend'), extend, open === 'extend')}
${choices.length > 0 && disclosure(words.say('right.contexts.change'), change, open === 'contexts')}
${disclosure(words.say('right.end'), end, open === 'end')}`;
}

/** Each form has a reason of its own on the page, under a name of its own for who listens. */
function reason(form: Form, act: RightAct): Html {
  const { words } = form.frame;
  const name = `reason-${act}`;
  return textArea(form, {
    name,
    label: words.say('giving.reason'),
    hint: words.say('giving.reason.hint'),
    rows: 2,
  });
}
