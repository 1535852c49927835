import { type LoginMeansCode, loginMeansCodes, type Tile, type TileCode, type TileOffer } from './model.ts';
import { type LoginRequirements, mayReach } from './requirements.ts';
import { loginMeans } from './table.ts';
import { tileCodeOf } from './tile-code.ts';
import { bareTile } from './tiles.ts';

type Ask = {
  readonly application: LoginRequirements;
  /** The means allowed for this request, see `narrowMeans`. */
  readonly means: readonly LoginMeansCode[];
  /** The tiles of this installation. */
  readonly tiles: readonly Tile[];
};

/**
 * The tiles to show, in the order in which the application lists their means: those that are enough; those of this installation that are too
 * weak for the application, with that reason; and after them what the application counts on and this installation has not. What the
 * application itself filters out is not shown.
 */
export function offerTiles(ask: Ask): readonly TileOffer[] {
  const order = ask.application.loginMeans;
  const placeOf = ({ tile }: TileOffer) => {
    const places = tile.means.map((means) => order.indexOf(means)).filter((place) => place >= 0);
    return places.length === 0 ? order.length : Math.min(...places);
  };
  const here = ask.tiles.flatMap((tile) => offerTile(tile, ask));
  return [...here.sort((one, other) => placeOf(one) - placeOf(other)), ...missing(ask)];
}

/** The offer of a tile that can be used; `null` where it cannot, or is none of these. */
export function usableOffer(
  offers: readonly TileOffer[],
  code: TileCode | null | undefined,
): TileOffer | null {
  return offers.find(({ tile, usable }) => tile.code === code && usable.kind === 'usable') ?? null;
}

function offerTile(tile: Tile, { application, means: asked }: Ask): readonly TileOffer[] {
  const strong = tile.means.filter((each) => mayReach(each, application));
  const enough = strong.filter((each) => asked.includes(each));
  if (enough.length > 0) {
    const { closed } = tile;
    return [{ tile, means: enough, usable: closed ? { kind: 'closed', closed } : { kind: 'usable' } }];
  }
  if (strong.length > 0) return [];
  // Everybody knows the means of the federal login and wonders where they are; one's own are missed only where they could count.
  const isExpected = tile.means.some(
    (each) => loginMeans[each].proves !== 'account' || application.loginMeans.includes(each),
  );
  return isExpected ? [{ tile, means: tile.means, usable: { kind: 'too-weak' } }] : [];
}

/** The means of the federal login that are enough, where no provider of this installation has them. */
function missing({ tiles, means: asked }: Ask): readonly TileOffer[] {
  const here = new Set(tiles.flatMap(({ means }) => means));
  return loginMeansCodes
    .filter((means) => loginMeans[means].proves === 'number' && loginMeans[means].csamLevel !== null)
    .filter((means) => asked.includes(means) && !here.has(means))
    .map((means) => ({
      tile: bareTile({ code: tileCodeOf(means), kind: 'openid', means: [means] }),
      means: [means],
      usable: { kind: 'not-available' },
    }));
}
