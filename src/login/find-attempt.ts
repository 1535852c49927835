import { later } from '../base/time.ts';
import type { Application } from '../domain/application/index.ts';
import type { Attempt, AttemptId, AttemptState, BrowserBinding } from './attempt.ts';
import type { LoginStores } from './ports.ts';
import type { Problem } from './problem.ts';
import { type AttemptContext, contextOf, type PageContext } from './step.ts';
import type { View } from './view.ts';

export const findNeeds = ['attempts', 'applications'] as const;
export type Finding = Pick<LoginStores, (typeof findNeeds)[number]>;

export type Found<Stores> = { readonly kind: 'found'; readonly context: AttemptContext<Stores> };
export type Lost = {
  readonly kind: 'lost';
  readonly view: Extract<View, { kind: 'problem' }>;
  readonly attempt: Attempt | null;
};

/** Whether a login has come to an end that its application is told. */
export function isOver({ kind }: AttemptState): boolean {
  return kind === 'finished' || kind === 'abandoned';
}

/** The login of this id as it stands, in the browser that began it. */
export async function find<Stores extends Finding>(
  world: PageContext['world'],
  stores: Stores,
  id: AttemptId,
  browser: BrowserBinding,
): Promise<Found<Stores> | Lost> {
  const attempt = await stores.attempts.find(id);
  if (!attempt) return lost({ kind: 'unknown-attempt' }, null, null);
  const application = await stores.applications.find(attempt.application);
  if (!application) return lost({ kind: 'unknown-attempt' }, null, attempt);
  // A stranger learns nothing of the attempt, not even for which application it is.
  if (attempt.browser !== browser) return lost({ kind: 'other-browser' }, null, attempt);
  const again = repeatable(world, attempt);
  if (attempt.isOver) return lost({ kind: 'link-ended' }, application, attempt, again);
  if (attempt.expiresAt <= world.clock()) {
    return isOver(attempt.state)
      ? lost({ kind: 'already-finished' }, application, attempt)
      : lost({ kind: 'expired' }, application, attempt, again);
  }
  const tiles = await world.tiles(world.clock());
  return { kind: 'found', context: contextOf({ world, stores, application, tiles }, attempt) };
}

/** A login of which no page can be shown. */
export function lost(
  problem: Problem,
  application: Application | null,
  attempt: Attempt | null,
  again: AttemptId | null = null,
): Lost {
  const correlation = attempt?.correlation ?? null;
  return { kind: 'lost', attempt, view: { kind: 'problem', problem, application, correlation, again } };
}

/** The id of a login that was not finished, as long as its application waits for it: that stands in the half of its protocol. */
function repeatable(
  { clock, settings }: PageContext['world'],
  { id, request, half, startedAt }: Attempt,
): AttemptId | null {
  const waitsUntil = later(startedAt, settings.longestAttemptMilliseconds);
  return request.protocol === 'own' || (half && clock() < waitsUntil) ? id : null;
}
