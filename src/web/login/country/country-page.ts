import { type CountryOffer, searchCountries } from '../../../domain/eidas-country/index.ts';
import { flag } from '../../ui/flag.ts';
import { errorSummary } from '../../ui/form/error-summary.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';
import { noticeBanner } from '../../ui/notice.ts';
import { onceIn } from '../../ui/once-in.ts';
import { applicationPill, backButton, banner, cancelButton, disclosure, nameOf } from '../../ui/parts.ts';
import { searchBox } from '../../ui/search-box.ts';
import { closureInWords } from '../closure-words.ts';
import { rememberingLine } from '../means/remembering-line.ts';
import { stepUpBanner } from '../means/step-up-banner.ts';
import { countriesPath, countryPath } from '../tile-path.ts';

type Props = JourneyProps<'country'>;

/** How many names of means stand below a country: enough to recognise one's own. */
const SHOWN_MEANS = 3;

/** P2: which country issued your eID? The one of the last time first; those that cannot be chosen follow in a list, each with its reason. */
export function countryPage(props: Props): Html {
  const { frame, application, page, errors, query } = props;
  const { words } = frame;
  const title = words.say('country.title');
  const all = page.offers;
  const found = frame.countries.inOrder(searched(props), words.language);
  const isLast = ({ country }: CountryOffer) => country.code === page.lastUsed;
  const usable = found
    .filter((offer) => offer.usable.kind === 'usable')
    .sort((one, other) => Number(isLast(other)) - Number(isLast(one)));
  const closed = found.filter((offer) => offer.usable.kind === 'not-usable');
  const noneOpen = !all.some((offer) => offer.usable.kind === 'usable');
  return layout(frame, {
    title,
    wide: true,
    failed: errors.length > 0,
    body: html`${page.canGoBack && backButton(frame)}
${errorSummary(frame, errors)}${noticeBanner(props, page.notice)}${page.notice === null && !page.canGoBack && stepUpBanner(props)}
${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('country.lede')}</p>
${noneOpen && banner('warn', words.say('country.noneOpen'), html`<p>${words.say('country.noneOpen.text')}</p>`)}
${searchBox({ ...frame, path: countriesPath(frame.path) }, { of: 'country', label: words.say('country.search'), hint: words.say('country.search.hint'), query, found: found.length, total: all.length })}
<ul class="countries" id="country" aria-label="${words.say('country.choices')}">${usable.map((offer) => openCountry(props, offer))}</ul>
${!page.canGoBack && rememberingLine(props)}
${closed.length > 0 && closedCountries(props, closed)}
<div class="questions">${questions(words)}</div>
${cancelButton(frame, application)}`,
  });
}

/** The offers that the query means. */
function searched({ frame, page: { offers }, query }: Props): readonly CountryOffer[] {
  if (query === '') return offers;
  return searchCountries(offers, query, frame.countries.allNames(offers.map(({ country }) => country)));
}

function openCountry({ frame, page }: Props, { country }: CountryOffer): Html {
  const { words, countries } = frame;
  const names = country.means.map((each) => each.name);
  const means = names.slice(0, SHOWN_MEANS).join(', ') + (names.length > SHOWN_MEANS ? ' …' : '');
  const last =
    country.code === page.lastUsed && html`<span class="badge last">${words.say('means.lastUsed')}</span>`;
  return html`<li data-find="${countries.folded(country)}"><a class="country" href="${countryPath(frame.path, country.code, page.sent)}">${flag(frame, country.code)}<span><b>${countries.name(country, words.language)}</b>${means && html`<small translate="no">${means}</small>`}${last}</span></a></li>`;
}

/** In words and not as cards: there is nothing to press. */
function closedCountries(props: Props, offers: readonly CountryOffer[]): Html {
  const { words, countries } = props.frame;
  const items = offers.map(({ country, usable }) => {
    const closure = usable.kind === 'not-usable' ? usable.closure : null;
    const way: Fragment =
      closure?.reason === 'registration-office' &&
      html` <a href="/help/registration-office">${words.say('closure.office')}</a>`;
    return html`<li data-find="${countries.folded(country)}"><b>${countries.name(country, words.language)}</b> <span>${closure && closureInWords(props.frame, closure)}${way}</span></li>`;
  });
  const title = words.say('country.notPossible', { application: nameOf(props.application, words.language) });
  return html`<section class="closed" data-group><h2>${title}</h2><p class="hint">${words.say('country.notPossible.text')}</p><ul class="why">${items}</ul></section>`;
}

const questions = onceIn((words) => {
  const belgian = ['/help/belgian-company', '/help/foreign-company'];
  return html`${disclosure(words.say('country.help.notListed'), html`<p>${words.mark('country.help.notListed.text', {}, ['/help/registration-office'])}</p>`)}
${disclosure(words.say('country.help.elsewhere'), html`<p>${words.say('country.help.elsewhere.text')}</p>`)}
${disclosure(words.say('country.help.belgian'), html`<p>${words.say('country.help.belgian.text')}</p>`)}
${disclosure(words.say('country.help.company'), html`<p>${words.mark('country.help.company.text', {}, belgian)}</p>`)}`;
});
