import { countryInWords } from '../../ui/country-in-words.ts';
import { errorSummary, fieldError } from '../../ui/form/error-summary.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';
import { answerForm, applicationPill, banner, cancelButton, disclosure, linkButton } from '../../ui/parts.ts';
import { identityFacts } from './identity-facts.ts';

type Props = JourneyProps<'number'>;

/** P5: asked once, before the first link. The question comes first; what the eID told is a line that opens; there is a way on without a number. */
export function numberPage(props: Props): Html {
  const { frame, application, page, errors } = props;
  const { words } = frame;
  const title = words.say('number.title');
  return layout(frame, {
    title,
    failed: errors.length > 0 || page.notice !== null,
    body: html`${errorSummary(frame, errors)}${mismatch(props)}
${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('number.lede')}</p>
${answerForm(frame, 'give-number', html`${choices(props)}<div class="row"><button class="btn">${words.say('frame.continue')}</button></div>${page.notice === null && html`<p class="hint">${words.say('number.choice.hint')}</p>`}`)}
${page.notice?.kind === 'number-did-not-match' && otherWays(frame)}
${whoYouAre(props)}
${disclosure(words.say('number.where'), html`<ul class="bullets">${(['tax', 'pension', 'card', 'letter'] as const).map((each) => html`<li>${words.say(`number.where.${each}`)}</li>`)}</ul>`)}
${disclosure(words.say('number.names'), html`<p>${words.say('number.names.text')}</p>`)}
${cancelButton(frame, application)}`,
  });
}

/** Who logged in, in a line; all that the eID told behind it, and the way out for somebody else. */
function whoYouAre({ frame, page: { identity } }: Props): Html {
  const { words } = frame;
  const line = words.say('number.loggedIn', {
    name: `${identity.givenNames.latin} ${identity.familyName.latin}`,
    date: words.date(identity.birthDate),
    ...countryInWords(frame, identity.country),
  });
  return disclosure(
    line,
    html`${identityFacts(frame, identity)}${linkButton(frame, 'not-me', words.say('frame.notMe'))}`,
  );
}

/** The answer of Implementing Regulation (EU) 2025/846 article 4: no match, and what else one can do. Never what differed. */
function mismatch({ frame: { words }, page: { notice } }: Props): Fragment {
  if (notice?.kind === 'number-tries-used-up') {
    const until = html`<time datetime="${notice.until.toISOString()}">${words.say('number.usedUp.text', { moment: words.moment(notice.until) })}</time>`;
    return banner('warn', words.say('number.usedUp'), html`<p>${until}</p>`);
  }
  if (notice?.kind !== 'number-did-not-match') return null;
  const check =
    notice.triesLeft > 0 && html`<p>${words.say('number.can.check', { tries: notice.triesLeft })}</p>`;
  return banner(
    'warn',
    words.say('number.didNotMatch'),
    html`<p>${words.say('number.didNotMatch.text')}</p>${check}`,
  );
}

/** What else one can do after a mismatch, below the question: that comes first here too. */
function otherWays(frame: Frame): Html {
  const { words } = frame;
  const ways = (['otherEid', 'update', 'agent'] as const).map((way) => words.say(`number.can.${way}`));
  return html`<section class="card"><h2>${words.say('number.youCan')}</h2><ul class="bullets">${ways.map((way) => html`<li>${way}</li>`)}</ul>${linkButton(frame, 'not-me', words.say('number.otherEid'))}</section>`;
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
<legend class="vh">${words.say('number.choice')}</legend>
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
  const typedNumber = value === 'yes' && !typed.knows && (typed.number ?? '') !== '';
  const checked = only || typedNumber || typed.knows === value;
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
