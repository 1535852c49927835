import { MINUTE, SECOND } from '../base/time.ts';
import type { Capacity } from '../domain/capacity/index.ts';
import { wishOf } from '../domain/capacity/index.ts';
import { type Authentication, offerTiles, type Tile, type TileOffer } from '../domain/login-means/index.ts';
import type { AttemptState } from './attempt.ts';
import type { PageContext } from './step.ts';

type Offering = Pick<PageContext, 'application' | 'attempt' | 'tiles'>;

/** The tiles of this login, in the order in which they are shown. */
export function offersIn({ application, attempt, tiles }: Offering): readonly TileOffer[] {
  return offerTiles({ application, means: attempt.request.means, tiles });
}

/**
 * Where a login begins: the choice of means, or at once the page of the only tile. Where the application wants it proved anew, the person sees
 * first what they are asked.
 */
export function firstQuestion(context: Offering): AttemptState {
  const offers = offersIn(context);
  const usable = offers.filter((each) => each.usable.kind === 'usable');
  if (usable.length === 0) return { kind: 'stopped', problem: { kind: 'no-means-possible' } };
  const only = offers.length === 1 ? usable[0]?.tile : undefined;
  const { isForced = false } = context.attempt.request;
  return only && (only.kind === 'eidas' || (hasPage(only) && !isForced))
    ? { kind: 'at-tile', tile: only.code, notice: null }
    : { kind: 'choosing-means', notice: null };
}

/** Whether a tile leads to a page of ours. To somebody else's pages nobody is sent who did not press anything. */
function hasPage({ kind }: Tile): boolean {
  return kind !== 'openid';
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
