import { isOpenState, type OwnRequest } from '../../../domain/access-request/index.ts';
import type { Application } from '../../../domain/application/index.ts';
import { rightByName } from '../../ui/access/wish-words.ts';
import { type FormState, textArea } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { facts, nameOf, timeTag } from '../../ui/parts.ts';
import { accountLayout } from '../account-layout.ts';

type Props = {
  readonly own: OwnRequest;
  readonly applications: readonly Application[];
  readonly notice: Fragment;
};

/** One request of one's own: where it stands, what was asked and answered, and how to go on. */
export function accessRequestPage(state: FormState, { own, applications, notice }: Props): Html {
  const { frame, errors } = state;
  const { words } = frame;
  const { request, organisationName, deciders, count, expectedDays } = own;
  const { wish, decision } = request;
  const at = `/account/access/requests/${request.id}`;
  const what =
    wish.kind === 'work-relation'
      ? words.say('requests.relation')
      : rightByName(decision?.given ?? wish, applications, words);
  const who =
    deciders === 'administrators'
      ? words.say('ask.decides.administrators', { count })
      : words.say(`ask.decides.${deciders}`);
  const isOpen = isOpenState(request.state);
  return accountLayout(frame, {
    title: words.say('access.request.title', { date: words.date(request.askedAt) }),
    section: 'access',
    back: '/account/access',
    errors,
    notice,
    body: html`<section class="card">${facts([
      [words.say('access.request.organisation'), html`<span translate="no">${organisationName}</span>`],
      [words.say('requests.what'), html`<span translate="no">${what}</span>`],
      [words.say('requests.state'), words.say(`requests.state.${request.state}`)],
      [words.say('requests.reference'), html`<span class="num">${request.reference}</span>`],
      [words.say('requests.asked'), timeTag(words, request.askedAt)],
      [words.say('requests.reason'), html`<span class="kept">${decision?.reason ?? request.reason}</span>`],
      ...(decision?.remedy
        ? ([
            [words.say('access.request.remedy'), html`<span class="kept">${decision.remedy}</span>`],
          ] as const)
        : []),
    ])}${isOpen && html`<p>${who} ${words.say('ask.expected', { days: expectedDays })} ${words.say('access.request.noAddress')}</p>`}</section>
${request.messages.map(({ from, at: moment, text }) => html`<p><b>${words.label(`requests.from.${from}`)}</b> ${timeTag(words, moment)}</p><p class="kept">${text}</p>`)}
${
  request.state === 'questioned' &&
  postedForm(
    { frame },
    `${at}/answer`,
    html`${textArea(state, { name: 'text', label: words.say('access.request.reply'), rows: 4 })}<div class="row"><button class="btn">${words.say('access.request.reply.do')}</button></div>`,
  )
}
${wayOn(state, own, applications)}
${isOpen && postedForm({ frame }, `${at}/withdraw`, html`<div class="row"><button class="btn sec">${words.say('access.request.withdraw')}</button></div>`)}`,
  });
}

/** The way into the application, which the login that asked may have lost meanwhile. */
function wayOn(
  { frame }: FormState,
  { request: { wish } }: OwnRequest,
  applications: readonly Application[],
): Fragment {
  const { words } = frame;
  const application = wish.kind === 'right' && applications.find(({ id }) => id === wish.application);
  if (!application || application.homeUri === null) return null;
  const label = words.say('access.request.open', { application: nameOf(application, words.language) });
  return html`<p>${words.say('access.request.goOn')}</p><p><a href="${application.homeUri}">${label}</a></p>`;
}
