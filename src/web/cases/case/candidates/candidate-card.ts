import { maskNationalNumber } from '../../../../domain/person/index.ts';
import { countryInWords } from '../../../ui/country-in-words.ts';
import { type Fragment, type Html, html } from '../../../ui/html.ts';
import { disclosure } from '../../../ui/parts.ts';
import type { OpenedCase } from '../case-context.ts';
import { compareList } from './compare-table.ts';
import type { LetteredCandidate } from './find-candidates.ts';

const tags = { strong: 'ok', possible: 'info', weak: '' } as const;

/** One candidate: how much speaks for it and why, its masked number, and whether an eID leads to it already. */
export function candidateCard(opened: OpenedCase, candidate: LetteredCandidate, mayChoose: boolean): Html {
  const { frame, view, path } = opened;
  const { words } = frame;
  const { letter, person, strength, reasons, sealed } = candidate;
  const name = `${person.givenNames} ${person.familyName}`.trim();
  const id = `candidate-${letter}`;
  const label = words.say('case.candidate', { letter });
  return html`<section class="card candidate" aria-labelledby="${id}">
<h3 id="${id}"><small>${label}</small> <span translate="no">${name}</span> <span class="tag ${tags[strength]}">${words.say(`case.strength.${strength}`)}</span></h3>
${linkedWarning(opened, candidate)}
<p class="num"><span>${words.say('case.number')}</span> <span translate="no">${maskNationalNumber(person.number)}</span> <a href="${path}/number/${sealed}">${words.say('case.number.show')}<span class="vh"> (${label})</span></a></p>
${compareList(frame, view.case, candidate)}
${disclosure(
  html`${words.say('case.why')}<span class="vh"> (${label})</span>`,
  html`<ul class="bullets">${reasons.map((reason) => html`<li>${words.say(`case.why.${reason}`)}</li>`)}</ul>`,
)}
${mayChoose && html`<p><a class="btn sec sm" href="${path}/link/${sealed}">${words.say('case.chooseThis', { letter })}</a></p>`}
</section>`;
}

/** An eID leads to this number already: the same person with a second eID, or another person. */
export function linkedWarning({ frame }: OpenedCase, { linked }: LetteredCandidate): Fragment {
  const { words } = frame;
  return linked.map(
    ({ country, since }) =>
      html`<p class="warning">${words.say('case.linked.already', { ...countryInWords(frame, country), date: words.date(since) })}</p>`,
  );
}
