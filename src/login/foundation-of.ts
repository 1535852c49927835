import type { Foundation } from '../domain/person/index.ts';
import type { AttemptState, Recognised } from './attempt.ts';

/** What a login of somebody rests on: the person, the link by which their eID led to them, their own key that they used, and the browser. */
export function foundationOf({ person, authentication }: Recognised): Foundation {
  const { link, key, device, at } = authentication;
  // The browser stands last: by that it is found.
  const on = [person, link, key, device].filter((each) => typeof each === 'string');
  return { on, since: at };
}

/** What a login under way rests on; `null` as long as nobody is recognised. */
export function foundationOfState(state: AttemptState): Foundation | null {
  return 'person' in state ? foundationOf(state) : null;
}
