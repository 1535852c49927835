import type { TileCode } from '../../domain/login-means/index.ts';
import type { StepContext } from '../step.ts';

/** The choice of a tile is an event once the person leaves by it. */
export function recordChoice(context: StepContext, tile: TileCode): Promise<void> {
  return context.record({
    kind: 'login.means-chosen',
    actor: { kind: 'unknown' },
    subject: { kind: 'attempt', id: context.attempt.correlation },
    purpose: 'login',
    details: { tile },
  });
}
