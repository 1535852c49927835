import { addDays, dayOf } from '../../../base/calendar.ts';
import { holds } from '../../../base/time.ts';
import { isOpenState, type ViewedRequest } from '../../../domain/access-request/index.ts';
import { typesIn } from '../../../domain/work-relation/index.ts';
import { dateField, type FormState, radioField, textArea, textField } from '../form/form-fields.ts';
import { postedForm } from '../form/posted-form.ts';
import type { Frame } from '../frame.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { banner, disclosure, facts, timeTag } from '../parts.ts';
import { contextValue, rightChoice } from './ask-form.ts';
import { rightByName, wishInWords } from './wish-words.ts';

export type RequestReview = {
  readonly view: ViewedRequest;
  /** What was typed before and not taken. */
  readonly typed: FormState['typed'] | null;
  readonly contexts: readonly string[] | null;
  readonly errors: FormState['errors'];
  /** Which of the three forms that was. */
  readonly form: string | null;
  readonly now: Date;
  /** Where the forms are sent: the address of each act. */
  readonly at: (act: string) => string;
  /** What else is asked of whoever approves. */
  readonly toApprove?: (state: FormState) => Fragment;
};

/** L6: one request, with what the asker has already, and the three ways to go on. */
export function requestReview(frame: Frame, props: RequestReview): Html {
  const { view } = props;
  return html`${whatIsAsked(frame, view)}
${held(frame, props)}
${messages(frame, view)}
${isOpenState(view.request.state) && decisions(frame, props)}`;
}

function whatIsAsked(frame: Frame, { request, askedByName, applications, decidedBy }: ViewedRequest) {
  const { words } = frame;
  const { wish, until, reason, reference, state, askedAt, decision } = request;
  const what = wishInWords(request, applications, words);
  const second = wish.kind === 'second-administrator' && words.say('requests.second', { name: askedByName });
  return html`<section class="card">${facts([
    [
      words.say('requests.what'),
      html`<span translate="no">${what}</span>${second && html`<small>${second}</small>`}`,
    ],
    [words.say('requests.until'), until === null ? words.say('requests.until.none') : words.date(until)],
    [words.say('requests.reason'), html`<span class="kept">${reason}</span>`],
    [words.say('requests.asked'), timeTag(words, askedAt)],
    [words.say('requests.reference'), html`<span class="num">${reference}</span>`],
    [words.say('requests.state'), words.say(`requests.state.${state}`)],
    ...(decidedBy === null
      ? []
      : ([
          [
            words.say('requests.decided', { name: decidedBy }),
            html`<span class="kept">${decision?.reason}</span>`,
          ],
        ] as const)),
  ])}</section>`;
}

function held({ words }: Frame, { view, now }: RequestReview): Html {
  const { personName: name, applications } = view;
  const live = view.held.filter(({ relation }) => holds(relation.validity, now));
  const rights = live.flatMap((each) => each.rights.filter(({ validity }) => holds(validity, now)));
  const list = rights.map(
    (each) =>
      html`<li translate="no">${rightByName(each, applications, words)}${each.validity.until && html` <small>${words.say('requests.until')} ${words.date(addDays(dayOf(each.validity.until), -1))}</small>`}</li>`,
  );
  const none = live.length === 0 ? 'requests.held.none' : 'requests.held.nothing';
  return html`<section class="card"><h2>${words.say('requests.held', { name })}</h2>
${list.length > 0 ? html`<ul>${list}</ul>` : html`<p>${words.say(none, { name })}</p>`}</section>`;
}

function messages({ words }: Frame, { request }: ViewedRequest): Fragment {
  if (request.messages.length === 0) return null;
  return html`<section class="card"><h2>${words.say('requests.messages')}</h2>${request.messages.map(
    ({ from, at, text }) =>
      html`<p><b>${words.label(`requests.from.${from}`)}</b> ${timeTag(words, at)}</p><p class="kept">${text}</p>`,
  )}</section>`;
}

function decisions(frame: Frame, props: RequestReview): Html {
  const { words } = frame;
  const { view, typed, errors, form, at } = props;
  const name = view.personName;
  const state = (act: string): FormState =>
    form === act ? { frame, typed: typed ?? {}, errors } : { frame, typed: {}, errors: [] };
  const ask = postedForm(
    { frame },
    at('ask'),
    html`${textArea(state('ask'), { name: 'message', label: words.say('requests.ask.text'), hint: words.say('requests.ask.hint', { name }), rows: 4 })}
<div class="row"><button class="btn sec">${words.say('requests.ask')}</button></div>`,
  );
  const refuse = postedForm(
    { frame },
    at('refuse'),
    html`${textArea(state('refuse'), { name: 'reason', label: words.say('requests.refuse.reason'), hint: words.say('requests.refuse.reason.hint', { name }), rows: 4 })}
${textArea(state('refuse'), { name: 'remedy', label: words.say('requests.refuse.remedy', { name }), rows: 3, optional: true })}
<div class="row"><button class="btn danger">${words.say('requests.refuse')}</button></div>`,
  );
  return html`<section class="card"><h2>${words.say('requests.approve')}</h2>${approval(frame, props, at('approve'))}</section>
${view.request.wish.kind !== 'second-administrator' && disclosure(words.say('requests.ask'), ask, form === 'ask')}
${disclosure(words.say('requests.refuse'), refuse, form === 'refuse')}`;
}

/** What is given: as it was asked, until somebody changes it. */
function approval(frame: Frame, props: RequestReview, action: string): Html {
  const { words } = frame;
  const { view, form, errors, now, toApprove } = props;
  const { wish, until } = view.request;
  const [year = '', month = '', day = ''] = (until ?? '').split('-');
  const asked = {
    right: wish.kind === 'work-relation' ? '' : wish.right,
    ...{ 'until-day': day, 'until-month': month, 'until-year': year },
  };
  const isAgain = form === 'approve';
  const state: FormState = isAgain
    ? { frame, typed: props.typed ?? {}, errors }
    : { frame, typed: asked, errors: [] };
  const wished =
    wish.kind === 'work-relation' ? [] : wish.contexts.map((each) => contextValue(wish.right, each));
  const contexts = isAgain ? (props.contexts ?? []) : wished;
  const works = view.held.some(({ relation }) => holds(relation.validity, now));
  return postedForm(
    { frame },
    action,
    html`${
      wish.kind === 'right' &&
      html`<p>${words.say('requests.approve.text')}</p>${rightChoice(state, { rights: view.offered, contexts })}`
    }
${wish.kind !== 'second-administrator' && dateField(state, { name: 'until', label: words.say('requests.last'), optional: true })}
${!works && atWork(state, view.organisation.targetGroup)}
${textArea(state, { name: 'note', label: words.say('requests.note', { name: view.personName }), rows: 3, optional: true })}
${toApprove?.(state)}
<div class="row"><button class="btn">${words.say('requests.approve')}</button></div>`,
  );
}

/** As what somebody works here from now on. */
function atWork(state: FormState, group: Parameters<typeof typesIn>[0]): Html {
  const { words } = state.frame;
  const choices = typesIn(group).map((value) => ({ value, label: words.say(`requests.type.${value}`) }));
  return html`${radioField(state, { name: 'type', label: words.say('requests.type'), choices })}
${textField(state, { name: 'email', label: words.say('requests.email'), type: 'email', autocomplete: 'off' })}
${textField(state, { name: 'jobTitle', label: words.say('requests.jobTitle'), optional: true, autocomplete: 'off' })}
${textField(state, { name: 'phone', label: words.say('requests.phone'), type: 'tel', optional: true, autocomplete: 'off' })}`;
}

/** The box above a request that somebody else decided first, or that ended. */
export function decidedBox({ words }: Frame, decidedBy: string | null): Html {
  const title =
    decidedBy === null ? words.say('requests.over') : words.say('requests.decided', { name: decidedBy });
  return banner('warn', title, html`<p>${words.say('requests.decided.text')}</p>`);
}
