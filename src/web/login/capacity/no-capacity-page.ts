import type { UnusableCapacity } from '../../../domain/capacity/index.ts';
import {
  formatNationalNumber,
  maskNationalNumber,
  type NationalNumber,
} from '../../../domain/person/index.ts';
import { copyable } from '../../ui/copyable.ts';
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
import { codeInWords, reasonInWords } from './capacity-words.ts';
import { linkedFacts } from './linked-page.ts';

type Props = JourneyProps<'no-capacity'>;

/** How many organisations the text to send names. */
const MOST_NAMED = 3;

/** P13: known, and may do nothing here. Says of each organisation what is the case and whom to turn to, and what to hand over. */
export function noCapacityPage(props: Props): Html {
  const { frame, application, page } = props;
  const { words } = frame;
  const named = { application: nameOf(application, words.language) };
  const title = words.say('noCapacity.title', named);
  const isFound = page.unusable.length > 0;
  return layout(frame, {
    title,
    body: html`${page.justLinked && banner('ok', words.say('linked.notice'), linkedFacts(frame, page.justLinked))}
${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say(isFound ? 'noCapacity.lede.found' : 'noCapacity.lede', named)}</p>
${
  isFound
    ? html`<h2>${words.say('noCapacity.why')}</h2>${page.unusable.map((each) => foundCard(props, each))}`
    : html`<h2>${words.say('noCapacity.who')}</h2>${whoHelps(props)}`
}
${handOver(props)}
${isFound && disclosure(words.say('noCapacity.elsewhere'), whoHelps(props))}
<div class="row">${answerForm(frame, 'continue', html`<button class="btn">${words.say('noCapacity.again')}</button>`)}${linkButton(frame, 'not-me', words.say('frame.notMe'))}</div>
${cancelButton(frame, application)}`,
  });
}

/** One organisation: what is the case, and the next step. */
function foundCard(props: Props, each: UnusableCapacity): Html {
  const { frame, application } = props;
  const { organisation } = each;
  return html`<section class="card"><h3><span translate="no">${organisation.name}</span> <small class="num" translate="no">${codeInWords(organisation)}</small></h3>
<p><b>${reasonInWords(application, each, frame.words)}</b></p><p>${nextStep(props, each)}</p></section>`;
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
