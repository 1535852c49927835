import type { Foundation } from '../domain/person/index.ts';
import type { AttemptState, Recognised } from './attempt.ts';

/** What a login of somebody rests on: the person, and the link by which their eID led to them. */
export function foundationOf({ person, authentication }: Recognised): Foundation {
  const { link = null, at } = authentication;
  return { on: link === null ? [person] : [person, link], since: at };
}

/** What a login under way rests on; `null` as long as nobody is recognised. */
export function foundationOfState(state: AttemptState): Foundation | null {
  return 'person' in state ? foundationOf(state) : null;
}
