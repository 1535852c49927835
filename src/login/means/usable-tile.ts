import type { LoginMeansCode, TileCode } from '../../domain/login-means/index.ts';
import { offersIn } from '../first-question.ts';
import type { Move, PageContext, StepContext } from '../step.ts';

/** A tile that this login offers, and that can be used; or what is wrong with it. */
export function usableTile(
  context: Pick<PageContext, 'application' | 'attempt' | 'tiles'>,
  tile: string,
):
  | { readonly kind: 'usable'; readonly tile: TileCode; readonly means: LoginMeansCode }
  | Extract<Move, { kind: 'invalid' }> {
  const offer = offersIn(context).find((each) => each.tile.code === tile);
  const [means] = offer?.means ?? [];
  return offer?.usable.kind === 'usable' && means
    ? { kind: 'usable', tile: offer.tile.code, means }
    : { kind: 'invalid', errors: [{ field: 'tile', code: 'not-usable' }] };
}

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
