import { countryInWords } from '../../ui/country-in-words.ts';
import { type Html, html } from '../../ui/html.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';
import { answerForm, applicationPill, cancelButton, linkButton } from '../../ui/parts.ts';

/** The person came back (reload, back button) while the login waits for a country: there again, or another country. */
export function atCountryPage({ frame, application, page }: JourneyProps<'at-country'>): Html {
  const { words } = frame;
  const country = countryInWords(frame, page.country);
  const title = words.say('atCountry.title', country);
  const again = html`<input type="hidden" name="country" value="${page.country.code}"><button class="btn">${words.say('atCountry.go', country)}</button>`;
  return layout(frame, {
    title,
    body: html`${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('atCountry.lede', country)}</p>
<div class="row">${answerForm(frame, 'choose-country', again)}${linkButton(frame, 'go-back', words.say('atCountry.other'))}</div>
${cancelButton(frame, application)}`,
  });
}
