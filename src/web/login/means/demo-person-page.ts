import { textIn } from '../../../base/language.ts';
import type { DemoPerson } from '../../http/demo-world.ts';
import { errorSummary } from '../../ui/form/error-summary.ts';
import { type Html, html } from '../../ui/html.ts';
import { icon } from '../../ui/icons.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';
import { answerForm, applicationPill, backButton, cancelButton } from '../../ui/parts.ts';

/** In the demo only: stands in for the card reader or the app of a Belgian means. */
export function demoPersonPage(props: JourneyProps<'demo-person'>, people: readonly DemoPerson[]): Html {
  const { frame, application, page, errors } = props;
  const { words } = frame;
  const title = words.say('demoPerson.title');
  const items = people.map(
    (person) =>
      html`<li><button class="tile" name="number" value="${person.number}"><span class="ico">${icon('person', 28)}</span><span class="tile-text"><b translate="no">${person.name}</b><small>${textIn(person.note, words.language)}</small></span></button></li>`,
  );
  const list =
    people.length > 0
      ? html`<input type="hidden" name="tile" value="${page.tile}"><ul class="choices" id="number">${items}</ul>`
      : html`<p>${words.say('demoPerson.empty')}</p>`;
  return layout(frame, {
    title,
    failed: errors.length > 0,
    body: html`${backButton(frame)}${errorSummary(frame, errors)}
${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('demoPerson.lede')}</p>
${answerForm(frame, 'choose-demo-person', list)}
${cancelButton(frame, application)}`,
  });
}
