import type { TileOffer } from '../../domain/login-means/index.ts';
import { errorSummary } from '../ui/error-summary.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { icon } from '../ui/icons.ts';
import { layout } from '../ui/layout.ts';
import { answerForm, applicationPill, cancelButton, disclosure, nameOf } from '../ui/parts.ts';
import type { JourneyProps } from './journey-page.ts';
import { noticeBanner } from './notice.ts';

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
  const tiles = [...page.tiles].sort(
    (one, other) => Number(other.tile === page.lastUsed) - Number(one.tile === page.lastUsed),
  );
  return layout(frame, {
    title,
    wide: true,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${noticeBanner(props, page.notice)}
${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${lede}</p>
<ul class="tiles">${tiles.map((offer) => tileItem(props, offer))}</ul>
${disclosure(words.say('level.what'), html`<p>${words.say('level.explained')}</p>`)}
${disclosure(words.say('means.none'), html`<p>${words.mark('means.none.text', {}, ['/help/registration-office', '/help/foreign-company'])}</p>`)}
${cancelButton(frame, application)}`,
  });
}

function tileItem({ frame, application, page }: JourneyProps<'means'>, offer: TileOffer): Html {
  const { words } = frame;
  const drawing = html`<span class="ico">${icon(offer.tile, 28)}</span>`;
  const name = html`<b>${words.say(`means.${offer.tile}`)}</b><small>${words.say(`means.${offer.tile}.hint`)}</small>`;
  if (offer.usable.kind === 'usable') {
    const badge: Fragment =
      offer.tile === page.lastUsed && html`<span class="badge last">${words.say('means.lastUsed')}</span>`;
    const button = html`<input type="hidden" name="tile" value="${offer.tile}"><button class="tile">${drawing}<span class="tile-text">${name}${badge}</span></button>`;
    return html`<li id="tile-${offer.tile}">${answerForm(frame, 'choose-means', button)}</li>`;
  }
  const reason =
    offer.usable.kind === 'too-weak'
      ? words.say('means.tooWeak', { application: nameOf(application, words.language) })
      : words.say('means.notAvailable');
  return html`<li><div class="tile off">${drawing}<span class="tile-text">${name}<span class="badge">${reason}</span></span></div></li>`;
}
