import type { LoginMeansCode, Tile, TileOffer } from './model.ts';
import type { LoginRequirements } from './requirements.ts';
import { reaches } from './table.ts';

const meansOfTile: Readonly<Record<Tile, readonly LoginMeansCode[]>> = {
  eid: ['eid'],
  itsme: ['itsme'],
  eidas: ['eidashigh', 'eidassubstantial'],
  csamtotp: ['csamtotp'],
  csamsms: ['csamsms'],
};

/** The tile of a means. */
export function tileOf(means: LoginMeansCode): Tile {
  return means === 'eidashigh' || means === 'eidassubstantial' ? 'eidas' : means;
}

/** In the order of a page on which nobody has logged in yet: strongest first. */
export const allTiles: readonly Tile[] = ['eid', 'itsme', 'eidas', 'csamtotp', 'csamsms'];

/** Reads the name of a tile from a form; `null` when there is no such tile. */
export function parseTile(text: string): Tile | null {
  return allTiles.find((tile) => tile === text) ?? null;
}

/**
 * The tiles to show: those that are enough; those of this installation that are too weak for the application, with that reason; and
 * those that would be enough but do not exist in this installation. What the application itself filters out is not shown.
 */
export function offerTiles(ask: {
  readonly application: LoginRequirements;
  /** The means allowed for this request, see `narrowMeans`. */
  readonly means: readonly LoginMeansCode[];
  /** The tiles that work in this installation, in its order. */
  readonly tiles: readonly Tile[];
}): readonly TileOffer[] {
  const elsewhere = allTiles.filter((tile) => !ask.tiles.includes(tile));
  return [
    ...ask.tiles.flatMap((tile) => offerTile(tile, ask, 'usable')),
    ...elsewhere.flatMap((tile) => offerTile(tile, ask, 'not-available')),
  ];
}

function offerTile(
  tile: Tile,
  ask: { readonly application: LoginRequirements; readonly means: readonly LoginMeansCode[] },
  whenEnough: 'usable' | 'not-available',
): readonly TileOffer[] {
  const means = meansOfTile[tile];
  const strong = means.filter((each) => reaches(each, ask.application.assurance));
  const enough = strong.filter((each) => ask.means.includes(each));
  if (enough.length > 0) return [{ tile, means: enough, usable: { kind: whenEnough } }];
  if (strong.length === 0 && whenEnough === 'usable') return [{ tile, means, usable: { kind: 'too-weak' } }];
  return [];
}
