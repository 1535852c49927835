import { type Html, html } from '../../ui/html.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';
import { tileInWords } from '../../ui/means-words.ts';
import { answerForm, applicationPill, cancelButton } from '../../ui/parts.ts';
import { tilePath } from '../tile-path.ts';

/** The person came back (reload, back button) while the login waits for a provider: there again, or another way. */
export function atProviderPage({ frame, application, page }: JourneyProps<'at-provider'>): Html {
  const { words } = frame;
  const { offer, mark } = page;
  const means = tileInWords(words, offer.tile).name;
  const title = words.say('atProvider.title', { means });
  const again = `${tilePath(frame.path, { tile: offer.tile.code })}?after=${encodeURIComponent(mark)}`;
  const other = html`<button class="linkish">${words.say('atProvider.other')}</button>`;
  return layout(frame, {
    title,
    body: html`${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('atProvider.lede')}</p>
<div class="row"><a class="btn" href="${again}">${words.say('atProvider.go', { means })}</a>${answerForm(frame, 'go-back', other, 'inline')}</div>
${cancelButton(frame, application)}`,
  });
}
