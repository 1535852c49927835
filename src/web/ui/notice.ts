import type { TileOffer } from '../../domain/login-means/index.ts';
import type { Notice } from '../../login/index.ts';
import { countryInWords } from './country-in-words.ts';
import type { Fragment } from './html.ts';
import { html } from './html.ts';
import type { JourneyProps } from './journey-page.ts';
import { tileInWords } from './means-words.ts';
import { banner, nameOf } from './parts.ts';

/** How the last answer ended, as a banner above the h1. Notices about the number belong to the number page itself. */
export function noticeBanner(
  { frame, application, attempt }: Pick<JourneyProps<'means'>, 'frame' | 'application' | 'attempt'>,
  notice: Notice | null,
  tiles: readonly TileOffer[] = [],
): Fragment {
  const { words } = frame;
  switch (notice?.kind) {
    case 'country-cancelled': {
      const country = countryInWords(frame, notice.country);
      return banner(
        'info',
        words.say('notice.countryCancelled', country),
        html`<p>${words.say('notice.countryCancelled.text')}</p>`,
      );
    }
    case 'country-late': {
      const country = countryInWords(frame, notice.country);
      const text = words.say('notice.countryLate.text');
      return banner('info', words.say('notice.countryLate', country), html`<p>${text}</p>`);
    }
    case 'means': {
      const { tile, failure } = notice;
      const offer = tiles.find((each) => each.tile.code === tile);
      const values = {
        means: offer ? tileInWords(words, offer.tile).name : words.say('means.thisWay'),
        reference: attempt.correlation,
        application: nameOf(application, words.language),
        level: words.say(`level.${application.assurance}`),
      };
      if (failure === 'not-accepted') return null;
      const look = failure === 'cancelled' ? 'info' : 'warn';
      const text = words.say(`notice.means.${failure}.text`, values);
      return banner(look, words.say(`notice.means.${failure}`, values), html`<p>${text}</p>`);
    }
    case 'stronger-means': {
      const level = words.say(`level.${notice.below}`);
      const text = words.say('notice.strongerMeans.text', { level });
      return banner('info', words.say('notice.strongerMeans'), html`<p>${text}</p>`);
    }
    case 'prove-again': {
      const text = words.say('notice.proveAgain.text', { application: nameOf(application, words.language) });
      return banner('info', words.say('notice.proveAgain'), html`<p>${text}</p>`);
    }
    case 'country-failed': {
      const country = countryInWords(frame, notice.country);
      const text = words.say('notice.countryFailed.text', { reference: attempt.correlation });
      return banner('warn', words.say('notice.countryFailed', country), html`<p>${text}</p>`);
    }
    case 'country-unavailable': {
      const country = countryInWords(frame, notice.country);
      return banner(
        'warn',
        words.say('notice.countryUnavailable', country),
        html`<p>${words.say('notice.countryUnavailable.text')}</p>`,
      );
    }
    default:
      return null;
  }
}
