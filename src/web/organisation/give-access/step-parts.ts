import type { RelationOfRights } from '../../../domain/user-rights/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { properName } from '../../ui/parts.ts';
import { fullName } from '../full-name.ts';

/** To whom access is being given: stays in sight on every step. */
export function namesLine({ words }: Frame, people: readonly RelationOfRights[]): Html {
  return html`<p class="lede">${words.say('giving.to')} ${people.map((each, place) => html`${place > 0 && ', '}${properName(fullName(each))}`)}</p>`;
}

/** On to the next step, and back to the one before: the answers of both stay. */
export function stepButtons({ words }: Frame, next: string | null): Html {
  return html`<div class="row">${next !== null && html`<button class="btn" name="go" value="next">${next}</button>`}<button class="btn sec" name="go" value="back">${words.say('frame.back')}</button></div>`;
}
