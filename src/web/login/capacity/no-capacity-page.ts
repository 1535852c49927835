import { isOpenState } from '../../../domain/access-request/index.ts';
import type { UnusableCapacity } from '../../../domain/capacity/index.ts';
import type { Organisation } from '../../../domain/organisation/index.ts';
import {
  formatNationalNumber,
  maskNationalNumber,
  type NationalNumber,
} from '../../../domain/person/index.ts';
import { askForm } from '../../ui/access/ask-form.ts';
import { codeInWords } from '../../ui/access/code-in-words.ts';
import { copyable } from '../../ui/copyable.ts';
import { errorSummary } from '../../ui/form/error-summary.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';
import {
  answerForm,
  applicationPill,
  banner,
  cancelButton,
  disclosure,
  linkButton,
  nameOf,
} from '../../ui/parts.ts';
import type { Asking } from '../asking.ts';
import type { Invited } from '../invited.ts';
import { answeredBanner, invitedCards } from '../invited-cards.ts';
import { requestBox } from '../request-box.ts';
import { reasonInWords } from './capacity-words.ts';
import { linkedFacts } from './linked-page.ts';

type Props = JourneyProps<'no-capacity'>;

/** How often the page looks whether a request was decided. */
const LOOKS_AGAIN_SECONDS = 30;

/** How many organisations the text to send names. */
const MOST_NAMED = 3;

/** P13: known, and may do nothing here. Says of each organisation what is the case and whom to turn to, and what to hand over. */
export function noCapacityPage(
  props: Props,
  { asking, invited }: { readonly asking: Asking | null; readonly invited: Invited | null },
): Html {
  const { frame, application, page } = props;
  const { words } = frame;
  const named = { application: nameOf(application, words.language) };
  const title = words.say('noCapacity.title', named);
  const isFound = page.unusable.length > 0;
  const errors = asking?.state.errors ?? [];
  const waits = asking?.requests.some(({ state }) => isOpenState(state)) && !asking.asksAnew;
  return layout(frame, {
    title,
    failed: errors.length > 0,
    ...(waits && { looksAgain: { seconds: LOOKS_AGAIN_SECONDS, path: frame.path } }),
    body: html`${errorSummary(frame, errors)}${invited && answeredBanner(props, invited)}${asking && newest(props, asking)}${page.justLinked && banner('ok', words.say('linked.notice'), linkedFacts(frame, page.justLinked))}
${applicationPill(frame, application)}
<h1>${title}</h1>
${invited && invitedCards(props, invited)}
<p class="lede">${words.say(isFound ? 'noCapacity.lede.found' : 'noCapacity.lede', named)}</p>
${
  isFound
    ? html`<h2>${words.say('noCapacity.why')}</h2>${page.unusable.map((each) => foundCard(props, each))}`
    : html`<h2>${words.say('noCapacity.who')}</h2>${whoHelps(props)}`
}
${asking && asks(props, asking)}
${handOver(props)}
${isFound && disclosure(words.say('noCapacity.elsewhere'), whoHelps(props))}
<div class="row">${answerForm(frame, 'continue', html`<button class="btn">${words.say('noCapacity.again')}</button>`)}${linkButton(frame, 'not-me', words.say('frame.notMe'))}</div>
${cancelButton(frame, application)}`,
  });
}

/** What somebody asked for here: what is open, else how the last request ended. */
function newest(props: Props, { requests }: Asking): Fragment {
  const open = requests.filter(({ state }) => isOpenState(state));
  return (open.length > 0 ? open : requests.slice(0, 1)).map((each) => requestBox(props, each));
}

/** The form by which they ask for access; while a request waits it is a step away. */
function asks({ frame }: Props, asking: Asking): Fragment {
  const { form, requests, asksAnew, search, waits, contexts, state } = asking;
  const { words, path } = frame;
  if (requests.some((each) => isOpenState(each.state)) && !asksAnew)
    return html`<p><a href="${path}?ask=more#ask">${words.say('ask.also')}</a></p>`;
  const hidden = html`<input type="hidden" name="csrf" value="${frame.formToken}">`;
  const action = `${path}/ask`;
  return askForm({ frame, ...state }, { form, page: path, action, search, waits, contexts, hidden });
}

/** One organisation: what is the case, and the next step. */
function foundCard(props: Props, each: UnusableCapacity): Html {
  const { frame, application, page } = props;
  const { organisation } = each;
  return html`<section class="card"><h3><span translate="no">${organisation.name}</span> <small class="num" translate="no">${codeInWords(organisation)}</small></h3>
<p><b>${reasonInWords(application, each, frame.words)}</b></p><p>${nextStep(props, each)}</p>${page.represented.includes(organisation.id) && ownDecision(frame, organisation)}</section>`;
}

/** A legal representative decides themselves, in another window. The login stays open here: what stands in the form below is not lost by looking again. */
function ownDecision({ words }: Frame, { id, name }: Organisation): Html {
  return html`<p>${words.say('ask.law', { organisation: name })}</p><div class="row"><a class="btn sec" href="/organisation/${id}/give-access" target="_blank" rel="noopener">${words.say('ask.law.do')}</a></div><p class="hint">${words.say('ask.law.back')}</p>`;
}

/** Whom to turn to: those who manage the organisation, where somebody does; else the service desk. */
function nextStep(
  { frame: { words }, application, page, contact }: Props,
  { organisation, reason }: UnusableCapacity,
): string {
  const named = {
    application: nameOf(application, words.language),
    organisation: organisation.name,
    ...contact,
  };
  const isWrong = reason.kind === 'organisation-ended' || reason.kind === 'representation-ended';
  if (isWrong) return words.say('noCapacity.step.wrong', named);
  if (reason.kind === 'not-open') return words.say('noCapacity.step.elsewhere', named);
  const count = page.administrators.get(organisation.id) ?? 0;
  const step =
    count === 0
      ? words.say('noCapacity.step.desk', named)
      : words.say('noCapacity.step.administrator', { ...named, count });
  return 'from' in reason ? words.say('noCapacity.step.wait', { step }) : step;
}

/** Who registers somebody whom no organisation registered. */
function whoHelps({ frame: { words }, contact }: Props): Html {
  return html`<div class="pair">
<section class="card"><h3>${words.say('noCapacity.belgian')}</h3><p>${words.say('noCapacity.belgian.text')}</p><p><a href="/help/belgian-company">${words.say('noCapacity.more')}<span class="vh">: ${words.say('noCapacity.belgian')}</span></a></p></section>
<section class="card"><h3>${words.say('noCapacity.foreign')}</h3><p>${words.say('noCapacity.foreign.text', contact)}</p><p><a href="/help/foreign-company">${words.say('noCapacity.more')}<span class="vh">: ${words.say('noCapacity.foreign')}</span></a></p></section>
</div>`;
}

/** What somebody who can give access needs: a text to send, and the number to tell, which is in no mail. */
function handOver({ frame, application, page }: Props): Html {
  const { words } = frame;
  const named = { application: nameOf(application, words.language) };
  const helpless = ['not-open', 'organisation-ended'];
  const open = page.unusable.filter(({ reason }) => !helpless.includes(reason.kind));
  const organisations = [...new Set(open.map((each) => each.organisation.name))].slice(0, MOST_NAMED);
  const text = words.say(organisations.length > 0 ? 'noCapacity.mail.for' : 'noCapacity.mail', {
    ...named,
    organisations: words.list(organisations),
  });
  const subject = words.say('noCapacity.mail.subject', named);
  const address = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  return html`<section class="card"><h2>${words.say('noCapacity.handOver')}</h2>
${page.number && ownNumber(frame, page.number)}
<h3>${words.say('noCapacity.text')}</h3>
<p class="kept">${text}</p>
<div class="row"><button type="button" class="btn sec sm" data-copy="${text}" data-done="${words.say('frame.copied')}" hidden>${words.say('noCapacity.text.copy')}</button><a href="${address}">${words.say('noCapacity.text.mail')}</a></div></section>`;
}

/** Hidden until it is asked for: others may see the screen. */
function ownNumber(frame: Frame, number: NationalNumber): Fragment {
  const { words } = frame;
  return html`<p>${words.say('noCapacity.number')}</p><p class="num" aria-hidden="true">${maskNationalNumber(number)}</p>
${disclosure(words.say('status.number.show'), html`${copyable(frame, formatNationalNumber(number))}<p class="hint">${words.say('status.number.care')}</p>`)}`;
}
