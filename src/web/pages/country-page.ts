import { textIn } from '../../base/language.ts';
import {
  type CountryCode,
  type CountryOffer,
  isTestCountry,
  searchCountries,
  sortCountries,
} from '../../domain/eidas-country/index.ts';
import { errorSummary } from '../ui/error-summary.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { layout } from '../ui/layout.ts';
import {
  answerForm,
  applicationPill,
  backButton,
  banner,
  cancelButton,
  disclosure,
  nameOf,
} from '../ui/parts.ts';
import type { JourneyProps } from './journey-page.ts';
import { noticeBanner } from './notice.ts';
import { searchBox } from './search-box.ts';

type Props = JourneyProps<'country'>;

/** How many names of means stand below a country: enough to recognise one's own. */
const SHOWN_MEANS = 3;

/** P2: which country issued your eID? Those that cannot be chosen follow below, each with its reason. */
export function countryPage(props: Props): Html {
  const { frame, application, page, errors, query } = props;
  const { words } = frame;
  const title = words.say('country.title');
  const all = page.offers;
  const names = frame.countries.allNames(all.map((offer) => offer.country));
  const found = sortCountries(searchCountries(all, query, names), words.language);
  const usable = found.filter((offer) => offer.usable.kind === 'usable');
  const closed = found.filter((offer) => offer.usable.kind === 'not-usable');
  const noneOpen = !all.some((offer) => offer.usable.kind === 'usable');
  return layout(frame, {
    title,
    wide: true,
    failed: errors.length > 0,
    body: html`${page.canGoBack && backButton(frame)}
${errorSummary(frame, errors)}${noticeBanner(props, page.notice)}
${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('country.lede')}</p>
${noneOpen && banner('warn', words.say('country.noneOpen'), html`<p>${words.say('country.noneOpen.text')}</p>`)}
${searchBox(frame, { of: 'country', label: words.say('country.search'), hint: words.say('country.search.hint'), query, found: found.length, total: all.length })}
${answerForm(frame, 'choose-country', html`<ul class="countries" id="country" aria-label="${words.say('country.choices')}">${usable.map((offer) => openCountry(props, offer))}</ul>`)}
${closed.length > 0 && closedCountries(props, closed)}
<div class="questions">${questions(props)}</div>
${cancelButton(frame, application)}`,
  });
}

/** The flag is decoration: the name next to it says which country it is. A test country has none. */
function flag({ frame }: Props, code: CountryCode): Fragment {
  if (isTestCountry(code)) return null;
  return html`<img src="${frame.asset(`flags/${code}.svg`)}" alt="" width="36" height="24">`;
}

function openCountry(props: Props, { country }: CountryOffer): Html {
  const names = country.means.map((each) => each.name);
  const means = names.slice(0, SHOWN_MEANS).join(', ') + (names.length > SHOWN_MEANS ? ' …' : '');
  return html`<li data-find="${props.frame.countries.folded(country)}"><button class="country" name="country" value="${country.code}">${flag(props, country.code)}<span><b>${props.frame.countries.name(country, props.frame.words.language)}</b>${means && html`<small translate="no">${means}</small>`}</span></button></li>`;
}

function closedCountries(props: Props, offers: readonly CountryOffer[]): Html {
  const { words, countries } = props.frame;
  const items = offers.map((offer) => {
    const closure = offer.usable.kind === 'not-usable' ? offer.usable.closure : null;
    const own = closure?.text && textIn(closure.text, words.language);
    const reason = closure && html`<small>${own || words.say(`closure.${closure.reason}`)}</small>`;
    const way: Fragment =
      closure?.reason === 'registration-office' &&
      html`<small><a href="/help/registration-office">${words.say('closure.office')}</a></small>`;
    return html`<li class="country off" data-find="${countries.folded(offer.country)}">${flag(props, offer.country.code)}<span><b>${countries.name(offer.country, words.language)}</b>${reason}${way}</span></li>`;
  });
  const title = words.say('country.notPossible', { application: nameOf(props.application, words.language) });
  return html`<section class="closed" data-group><h2>${title}</h2><p class="hint">${words.say('country.notPossible.text')}</p><ul class="countries wide">${items}</ul></section>`;
}

function questions({ frame: { words } }: Props): Html {
  const belgian = ['/help/belgian-company', '/help/foreign-company'];
  return html`${disclosure(words.say('country.help.notListed'), html`<p>${words.mark('country.help.notListed.text', {}, ['/help/registration-office'])}</p>`)}
${disclosure(words.say('country.help.elsewhere'), html`<p>${words.say('country.help.elsewhere.text')}</p>`)}
${disclosure(words.say('country.help.belgian'), html`<p>${words.say('country.help.belgian.text')}</p>`)}
${disclosure(words.say('country.help.company'), html`<p>${words.mark('country.help.company.text', {}, belgian)}</p>`)}`;
}
