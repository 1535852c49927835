import { errorSummary, fieldError } from '../ui/error-summary.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { layout } from '../ui/layout.ts';
import { answerForm, applicationPill, banner, cancelButton, disclosure, linkButton } from '../ui/parts.ts';
import { identityFacts } from './identity-facts.ts';
import type { JourneyProps } from './journey-page.ts';

type Props = JourneyProps<'number'>;

/** P5: asked once, before the first link. What the eID told is shown and locked; there is a way on without a number. */
export function numberPage(props: Props): Html {
  const { frame, application, page, errors } = props;
  const { words, countries } = frame;
  const title = words.say('number.title');
  const country = countries.name(page.country, words.language);
  return layout(frame, {
    title,
    failed: errors.length > 0 || page.notice !== null,
    body: html`${errorSummary(frame, errors)}${mismatch(props)}
${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('number.lede')}</p>
<section class="card"><h2>${words.say('number.received', { country })}</h2>
${identityFacts(frame, page.identity)}
${linkButton(frame, 'not-me', words.say('frame.notMe'))}</section>
${answerForm(frame, 'give-number', html`${choices(props)}<div class="row"><button class="btn">${words.say('frame.continue')}</button></div>`)}
${disclosure(words.say('number.where'), html`<ul class="bullets">${(['tax', 'pension', 'card', 'letter'] as const).map((each) => html`<li>${words.say(`number.where.${each}`)}</li>`)}</ul>`)}
${disclosure(words.say('number.names'), html`<p>${words.say('number.names.text')}</p>`)}
${cancelButton(frame, application)}`,
  });
}

/** The answer of Implementing Regulation (EU) 2025/846 article 4: no match, and what else one can do. Never what differed. */
function mismatch({ frame: { words }, page: { notice } }: Props): Fragment {
  if (notice?.kind === 'number-tries-used-up') {
    const until = html`<time datetime="${notice.until.toISOString()}">${words.say('number.usedUp.text', { moment: words.moment(notice.until) })}</time>`;
    return banner('warn', words.say('number.usedUp'), html`<p>${until}</p>`);
  }
  if (notice?.kind !== 'number-did-not-match') return null;
  const ways = [
    notice.triesLeft > 0 && words.say('number.can.check', { tries: notice.triesLeft }),
    words.say('number.can.otherEid'),
    words.say('number.can.update'),
    words.say('number.can.agent'),
  ];
  return banner(
    'warn',
    words.say('number.didNotMatch'),
    html`<p>${words.say('number.didNotMatch.text')}</p><p><b>${words.say('number.youCan')}</b></p><ul class="bullets">${ways.map((way) => way && html`<li>${way}</li>`)}</ul>`,
  );
}

function choices(props: Props): Html {
  const { frame, page, errors } = props;
  const { words } = frame;
  const choice = errors.find((error) => error.field === 'knows');
  const usedUp = page.notice?.kind === 'number-tries-used-up';
  const failed = page.notice?.kind === 'number-did-not-match';
  const agent = words.say('number.agent.hint');
  const ways = [
    !usedUp && radio(props, 'yes', words.say('number.yes'), numberField(props)),
    ...(failed || usedUp
      ? [radio(props, 'did-not-match', words.say('number.did-not-match'), null, agent)]
      : [
          radio(props, 'has-one-but-unknown', words.say('number.unknown')),
          radio(props, 'none', words.say('number.none')),
          radio(props, 'not-sure', words.say('number.not-sure')),
        ]),
  ];
  return html`<fieldset class="field${choice ? ' is-err' : ''}" id="knows"${choice && html` aria-describedby="knows-error"`}>
<legend>${words.say('number.choice')}</legend>
${!failed && !usedUp && html`<p class="hint" id="knows-hint">${words.say('number.choice.hint')}</p>`}
${fieldError(frame, choice, 'knows-error')}
${ways}
</fieldset>`;
}

function radio(
  { page, typed }: Props,
  value: string,
  label: string,
  reveal: Fragment = null,
  hint: Fragment = null,
): Html {
  const id = `knows-${value}`;
  // When one way is left, it is chosen already.
  const only = page.notice?.kind === 'number-tries-used-up';
  const checked = only || typed.knows === value;
  return html`<div class="radio"><input type="radio" id="${id}" name="knows" value="${value}"${checked && html` checked`}${hint && html` aria-describedby="${id}-hint"`}><label for="${id}">${label}</label>${hint && html`<span class="hint" id="${id}-hint">${hint}</span>`}</div>${reveal}`;
}

/** Always visible, so that it works without script; typing in it means "yes" (see `readAnswer`). */
function numberField({ frame, errors, typed }: Props): Html {
  const { words } = frame;
  const error = errors.find((each) => each.field === 'number');
  const described = error ? 'number-hint number-error' : 'number-hint';
  return html`<div class="reveal${error ? ' is-err' : ''}"><label for="number">${words.say('number.field')}</label>
<span class="hint" id="number-hint">${words.say('number.field.hint')}</span>
${fieldError(frame, error, 'number-error')}
<input class="nn" type="text" inputmode="numeric" id="number" name="number" value="${typed.number ?? ''}" maxlength="40" aria-describedby="${described}"${error && html` aria-invalid="true"`} autocomplete="off" spellcheck="false"></div>`;
}
