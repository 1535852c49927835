import { MINUTE, SECOND } from '../base/time.ts';
import type { Capacity } from '../domain/capacity/index.ts';
import { wishOf } from '../domain/capacity/index.ts';
import { type Authentication, eidasTile, offerTiles, type TileOffer } from '../domain/login-means/index.ts';
import type { AttemptState } from './attempt.ts';
import type { PageContext } from './step.ts';

type Offering = Pick<PageContext, 'application' | 'attempt' | 'tiles'>;

/** The tiles of this login, in the order in which they are shown. */
export function offersIn({ application, attempt, tiles }: Offering): readonly TileOffer[] {
  return offerTiles({ application, means: attempt.request.means, tiles });
}

/** Where a login begins: the choice of means, or at once the choice of country when there is nothing else to choose. */
export function firstQuestion(context: Offering): AttemptState {
  const offers = offersIn(context);
  const usable = offers.filter((each) => each.usable.kind === 'usable');
  if (usable.length === 0) return { kind: 'stopped', problem: { kind: 'no-means-possible' } };
  const onlyEidas = offers.length === 1 && usable[0]?.tile.code === eidasTile;
  return onlyEidas ? { kind: 'choosing-country', notice: null } : { kind: 'choosing-means', notice: null };
}

/** What a person needs to say for whom they act is not counted in `max_age`: nobody is hurried (WCAG 2.2.1), nor asked in circles. */
const GRACE = MINUTE;

/**
 * Whether a proof is too long ago to finish a login with: longer than it serves for single sign-on, or than the application allows
 * (`max_age`, OpenID Connect Core 3.1.2.1). A request for a number may take hours, and a page may stand open.
 */
export function isTooLongAgo(
  { attempt, world, now }: Pick<PageContext, 'attempt' | 'world' | 'now'>,
  { at }: Pick<Authentication, 'at'>,
): boolean {
  const { maxAgeSeconds = null } = attempt.request;
  const allowed = maxAgeSeconds === null ? Number.POSITIVE_INFINITY : maxAgeSeconds * SECOND + GRACE;
  return now.getTime() - at.getTime() > Math.min(allowed, world.settings.proofMilliseconds);
}

/** Who a person is, is asked once more; for whom they act, as they chose already, is not. */
export function askForProofAgain(context: PageContext, capacity: Capacity | null): AttemptState {
  const first = firstQuestion(context);
  const wish = capacity && wishOf(capacity);
  return 'notice' in first ? ({ ...first, notice: { kind: 'prove-again', wish } } as AttemptState) : first;
}
