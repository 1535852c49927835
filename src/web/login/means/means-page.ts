import { textIn } from '../../../base/language.ts';
import type { CountryOffer } from '../../../domain/eidas-country/index.ts';
import type { TileCode, TileOffer } from '../../../domain/login-means/index.ts';
import { flag } from '../../ui/flag.ts';
import { errorSummary } from '../../ui/form/error-summary.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { icon } from '../../ui/icons.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';
import { tileIcon, tileInWords } from '../../ui/means-words.ts';
import { noticeBanner } from '../../ui/notice.ts';
import { onceIn } from '../../ui/once-in.ts';
import { applicationPill, cancelButton, disclosure, nameOf } from '../../ui/parts.ts';
import type { Words } from '../../ui/words.ts';
import { closureInWords } from '../closure-words.ts';
import { countryPath, tilePath } from '../tile-path.ts';
import { rememberingLine } from './remembering-line.ts';
import { stepUpBanner } from './step-up-banner.ts';

/** P1: by which means do you log in? One tile per means; those that cannot be used stay, with the reason. */
export function meansPage(props: JourneyProps<'means'>): Html {
  const { frame, application, page, errors } = props;
  const { words } = frame;
  const named = { application: nameOf(application, words.language) };
  const title = words.say('means.title');
  const lede =
    application.assurance === 'high'
      ? words.mark('means.ledeHigh', named)
      : words.mark('means.lede', { ...named, level: words.say(`level.${application.assurance}`) });
  // A country of eIDAS has a tile of its own.
  const last = page.lastUsed?.offer ? null : page.lastUsed?.tile;
  const tiles = [...page.tiles].sort(
    (one, other) => Number(other.tile.code === last) - Number(one.tile.code === last),
  );
  const offer = page.lastUsed?.offer ?? null;
  const isFirst = offer?.usable.kind === 'usable';
  return layout(frame, {
    title,
    wide: true,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${noticeBanner(props, page.notice, page.tiles)}${page.notice === null && stepUpBanner(props)}
${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${lede}</p>
<ul class="tiles">${offer && isFirst && lastCountry(props, offer)}${tiles.map((each) => tileItem(props, each, last ?? null))}${offer && !isFirst && closedCountry(props, offer)}</ul>
${rememberingLine(props)}
${questions(words)}
${cancelButton(frame, application)}`,
  });
}

/** The eID of the last time: one click to its country. */
function lastCountry({ frame }: JourneyProps<'means'>, { country }: CountryOffer): Html {
  const { words } = frame;
  const name = frame.countries.name(country, words.language);
  const link = countryPath(frame.path, country.code);
  return html`<li id="tile-last"><a class="tile" href="${link}"><span class="ico">${flag(frame, country.code) ?? icon('eidas', 28)}</span><span class="tile-text"><b>${name}</b><small>${words.say('means.last.hint')}</small><span class="badge last">${words.say('means.lastUsed')}</span></span></a></li>`;
}

/** The eID of the last time, where it cannot be used now: with the reason, after what can. */
function closedCountry({ frame }: JourneyProps<'means'>, { country, usable }: CountryOffer): Html {
  const { words } = frame;
  const name = frame.countries.name(country, words.language);
  const reason = usable.kind === 'not-usable' && closureInWords(frame, usable.closure);
  return html`<li id="tile-last"><div class="tile off"><span class="ico">${icon('eidas', 28)}</span><span class="tile-text"><b>${name}</b><small>${words.say('means.last.closed')}</small><span class="badge">${reason}</span></span></div></li>`;
}

function tileItem(
  { frame, application }: JourneyProps<'means'>,
  offer: TileOffer,
  last: TileCode | null,
): Html {
  const { words } = frame;
  const drawing = html`<span class="ico">${tileIcon(offer.tile, 28)}</span>`;
  const said = tileInWords(words, offer.tile);
  const name = html`<b>${said.name}</b><small>${said.hint}</small>`;
  if (offer.usable.kind === 'usable') {
    const { code, closesAt } = offer.tile;
    const badges: readonly Fragment[] = [
      code === last && html`<span class="badge last">${words.say('means.lastUsed')}</span>`,
      closesAt &&
        html`<span class="badge">${words.say('means.closesAt', { moment: words.moment(closesAt) })}</span>`,
    ];
    return html`<li id="tile-${code}"><a class="tile" href="${tilePath(frame.path, { tile: code })}">${drawing}<span class="tile-text">${name}${badges}</span></a></li>`;
  }
  const reason = whyNot(words, offer.usable, nameOf(application, words.language));
  return html`<li><div class="tile off">${drawing}<span class="tile-text">${name}<span class="badge">${reason}</span></span></div></li>`;
}

const questions = onceIn((words) => {
  const pages = ['/help/registration-office', '/help/foreign-company'];
  return html`${disclosure(words.say('level.what'), html`<p>${words.say('level.explained')}</p>`)}
${disclosure(words.say('means.none'), html`<p>${words.mark('means.none.text', {}, pages)}</p>`)}`;
});

/** Why a tile cannot be pressed: in the words of its operator where it is closed for a while. */
function whyNot(
  words: Words,
  usable: Exclude<TileOffer['usable'], { readonly kind: 'usable' }>,
  application: string,
): string {
  if (usable.kind === 'too-weak') return words.say('means.tooWeak', { application });
  if (usable.kind === 'not-available') return words.say('means.notAvailable');
  const { reason, until } = usable.closed;
  const said = (reason && textIn(reason, words.language)) || words.say('means.notAvailable');
  return until === null
    ? said
    : words.say('means.closedUntil', { reason: said, moment: words.moment(until) });
}
