import { maskNationalNumber } from '../../../../domain/person/index.ts';
import { radioField } from '../../../ui/form/form-fields.ts';
import { type Html, html } from '../../../ui/html.ts';
import type { LetteredCandidate } from '../candidates/find-candidates.ts';
import type { OpenedCase } from '../case-context.ts';
import { caseForm } from '../page/case-form.ts';
import { actionPage } from '../page/case-page.ts';
import type { Trouble } from '../trouble.ts';

/** Every way on from an open case, each of which has its own page. */
export const ways = ['new-number', 'ask', 'hand-over', 'refuse'] as const;

/** What the agent wants to do: link to a candidate, give a new number, ask, hand over, refuse. */
export function decidePage(
  opened: OpenedCase,
  candidates: readonly LetteredCandidate[],
  trouble: Trouble,
): Html {
  const { frame, path } = opened;
  const { words } = frame;
  const links = candidates.map((candidate) => {
    const { letter, person, strength, sealed } = candidate;
    const name = `${person.givenNames} ${person.familyName}`.trim();
    return {
      value: `link/${sealed}`,
      label: html`${words.say('case.way.link', { letter })} <span translate="no">${name}</span>, <span class="num" translate="no">${maskNationalNumber(person.number)}</span>`,
      hint: words.say(`case.strength.${strength}`),
    };
  });
  const others = ways.map((way) => ({
    value: way,
    label: words.say(`case.way.${way}`),
    hint: words.say(`case.way.${way}.hint`),
  }));
  return actionPage(opened, {
    title: words.say('case.decide.title'),
    trouble,
    body: html`${candidates.length === 0 && html`<p>${words.say('case.candidates.none')}</p>`}
${caseForm(opened, `${path}/decide`, [
  radioField(
    { frame, typed: {}, errors: trouble.errors },
    { name: 'decision', label: words.say('case.decide.label'), choices: [...links, ...others] },
  ),
  html`<div class="row"><button class="btn">${words.say('frame.continue')}</button><a href="${path}">${words.say('case.cancel')}</a></div>`,
])}`,
  });
}
