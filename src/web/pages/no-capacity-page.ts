import { type Html, html } from '../ui/html.ts';
import { layout } from '../ui/layout.ts';
import { answerForm, applicationPill, banner, cancelButton, facts, linkButton, nameOf } from '../ui/parts.ts';
import { reasonInWords } from './capacity-words.ts';
import type { JourneyProps } from './journey-page.ts';
import { linkedFacts } from './linked-page.ts';

/** P13: known, but nobody gave access yet. Says what was found, and whom to turn to. */
export function noCapacityPage({ frame, application, page, contact }: JourneyProps<'no-capacity'>): Html {
  const { words } = frame;
  const named = { application: nameOf(application, words.language) };
  const title = words.say('noCapacity.title', named);
  const found = page.unusable.map(
    (each) =>
      [
        html`<span translate="no">${each.organisation.name}</span>`,
        reasonInWords(application, each, words),
      ] as const,
  );
  return layout(frame, {
    title,
    body: html`${page.justLinked && banner('ok', words.say('linked.notice'), linkedFacts(frame, page.justLinked))}
${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('noCapacity.lede', named)}</p>
${found.length > 0 && html`<section class="card"><h2>${words.say('noCapacity.why')}</h2>${facts(found)}</section>`}
<h2>${words.say('noCapacity.who')}</h2>
<div class="pair">
<section class="card"><h3>${words.say('noCapacity.belgian')}</h3><p>${words.say('noCapacity.belgian.text')}</p><p><a href="/help/belgian-company">${words.say('noCapacity.more')}<span class="vh">: ${words.say('noCapacity.belgian')}</span></a></p></section>
<section class="card"><h3>${words.say('noCapacity.foreign')}</h3><p>${words.say('noCapacity.foreign.text', contact)}</p><p><a href="/help/foreign-company">${words.say('noCapacity.more')}<span class="vh">: ${words.say('noCapacity.foreign')}</span></a></p></section>
</div>
<div class="row">${answerForm(frame, 'continue', html`<button class="btn">${words.say('noCapacity.again')}</button>`)}${linkButton(frame, 'not-me', words.say('frame.notMe'))}</div>
${cancelButton(frame, application)}`,
  });
}
