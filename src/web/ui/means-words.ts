import { textIn } from '../../base/language.ts';
import type { LoginMeansCode, Tile, TileCode } from '../../domain/login-means/index.ts';
import { eidasTile } from '../../domain/login-means/index.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';
import type { Words } from './words.ts';

/** Under which name a means is known on pages, with its drawing: the two of eIDAS are one thing for whoever uses them. */
const names = {
  eid: 'eid',
  itsme: 'itsme',
  mygov: 'mygov',
  eidashigh: 'eidas',
  eidassubstantial: 'eidas',
  csamtotp: 'csamtotp',
  csamsms: 'csamsms',
  tlsclient: 'certificate',
  organisation: 'organisation',
  passkey: 'passkey',
  staffkey: 'passkey',
  appcode: 'appcode',
  emailcode: 'emailcode',
} as const satisfies Readonly<Record<LoginMeansCode, string>>;

function nameOfTile({ kind, means: [first] }: Pick<Tile, 'kind' | 'means'>) {
  return kind === 'certificate' || first === undefined ? 'certificate' : names[first];
}

/** A means, in words. */
export function meansInWords(words: Words, means: LoginMeansCode): string {
  return words.say(`means.${names[means]}`);
}

/** What stands on a tile: as its provider names it, or in the words of the page. */
export function tileInWords(words: Words, tile: Tile): { readonly name: string; readonly hint: string } {
  const known = nameOfTile(tile);
  return {
    name: (tile.name && textIn(tile.name, words.language)) || words.say(`means.${known}`),
    hint: (tile.hint && textIn(tile.hint, words.language)) || words.say(`means.${known}.hint`),
  };
}

/** The drawing of a tile. */
export function tileIcon(tile: Pick<Tile, 'kind' | 'means'>, size: number): Html {
  return icon(nameOfTile(tile), size);
}

/** What somebody logged in by, as it was kept: a session from before there were providers names a tile after its means. */
export function loggedInByInWords(
  words: Words,
  { tile, means }: { readonly tile: TileCode; readonly means?: LoginMeansCode },
): string {
  if (means !== undefined) return meansInWords(words, means);
  const former = Object.keys(names).find((each) => each === tile) as LoginMeansCode | undefined;
  return meansInWords(words, former ?? (tile === eidasTile ? 'eidashigh' : 'eid'));
}
