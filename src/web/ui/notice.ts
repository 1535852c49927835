import type { CountryCode } from '../../domain/eidas-country/index.ts';
import type { Notice } from '../../login/index.ts';
import type { Frame } from './frame.ts';
import type { Fragment } from './html.ts';
import { html } from './html.ts';
import type { JourneyProps } from './journey-page.ts';
import { banner, nameOf } from './parts.ts';

/** The name of a country of which only the code is at hand. */
export function nameOfCode(code: CountryCode, { countries, words }: Frame): string {
  return countries.nameOf(code, words.language);
}

/** How the last answer ended, as a banner above the h1. Notices about the number belong to the number page itself. */
export function noticeBanner(
  { frame, application, attempt }: Pick<JourneyProps<'means'>, 'frame' | 'application' | 'attempt'>,
  notice: Notice | null,
): Fragment {
  const { words } = frame;
  switch (notice?.kind) {
    case 'country-cancelled': {
      const country = nameOfCode(notice.country, frame);
      return banner(
        'info',
        words.say('notice.countryCancelled', { country }),
        html`<p>${words.say('notice.countryCancelled.text')}</p>`,
      );
    }
    case 'country-late': {
      const country = nameOfCode(notice.country, frame);
      const text = words.say('notice.countryLate.text');
      return banner('info', words.say('notice.countryLate', { country }), html`<p>${text}</p>`);
    }
    case 'prove-again': {
      const text = words.say('notice.proveAgain.text', { application: nameOf(application, words.language) });
      return banner('info', words.say('notice.proveAgain'), html`<p>${text}</p>`);
    }
    case 'country-failed': {
      const country = nameOfCode(notice.country, frame);
      const text = words.say('notice.countryFailed.text', { reference: attempt.correlation });
      return banner('warn', words.say('notice.countryFailed', { country }), html`<p>${text}</p>`);
    }
    case 'country-unavailable': {
      const country = nameOfCode(notice.country, frame);
      return banner(
        'warn',
        words.say('notice.countryUnavailable', { country }),
        html`<p>${words.say('notice.countryUnavailable.text')}</p>`,
      );
    }
    default:
      return null;
  }
}
