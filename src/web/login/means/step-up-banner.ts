import { isAtLeast } from '../../../domain/assurance/index.ts';
import { type Fragment, html } from '../../ui/html.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { meansInWords } from '../../ui/means-words.ts';
import { banner, nameOf } from '../../ui/parts.ts';

/** Why somebody who is logged in already is asked to log in once more. */
export function stepUpBanner({
  frame: { words },
  application,
  attempt,
}: Pick<JourneyProps<'means'>, 'frame' | 'application' | 'attempt'>): Fragment {
  const { stepUp = null } = attempt.request;
  if (stepUp === null) return null;
  const { means, assurance } = stepUp.authentication;
  const values = {
    application: nameOf(application, words.language),
    means: meansInWords(words, means),
    level: words.say(`level.${assurance}`),
    needed: words.say(`level.${application.assurance}`),
  };
  const [title, text] = isAtLeast(assurance, application.assurance)
    ? (['stepUp.other', 'stepUp.other.text'] as const)
    : (['stepUp.title', 'stepUp.text'] as const);
  return banner('info', words.say(title, values), html`<p>${words.say(text, values)}</p>`);
}
