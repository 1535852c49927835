import { countryInWords } from '../../ui/country-in-words.ts';
import { type Html, html } from '../../ui/html.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';
import { applicationPill, cancelButton } from '../../ui/parts.ts';
import { countriesPath, countryPath } from '../tile-path.ts';

/** The person came back (reload, back button) while the login waits for a country: there again, or another country. */
export function atCountryPage({ frame, application, page }: JourneyProps<'at-country'>): Html {
  const { words } = frame;
  const country = countryInWords(frame, page.country);
  const title = words.say('atCountry.title', country);
  return layout(frame, {
    title,
    body: html`${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('atCountry.lede', country)}</p>
<div class="row"><a class="btn" href="${countryPath(frame.path, page.country.code, page.sent)}">${words.say('atCountry.go', country)}</a><a href="${countriesPath(frame.path)}">${words.say('atCountry.other')}</a></div>
${cancelButton(frame, application)}`,
  });
}
