import type { TileCode } from './model.ts';

/** Reads the code of a tile from an address or a cookie; `null` when it cannot be one. Whether there is such a tile, the installation knows. */
export function parseTileCode(text: string): TileCode | null {
  return /^[a-z][a-z0-9-]{0,39}$/.test(text) ? (text as TileCode) : null;
}

function codeOf(text: string): TileCode {
  const code = parseTileCode(text);
  if (code === null) throw new Error(`${text} cannot be the code of a tile`);
  return code;
}

/** The tile of a means that has one for itself, or of one of several providers of it. */
export function tileCodeOf(means: string, provider: string | null = null): TileCode {
  return codeOf(provider === null ? means : `${provider}-${means}`);
}

export const eidasTile = codeOf('eidas');
export const organisationTile = codeOf('organisation');
export const certificateTile = codeOf('certificate');
export const passkeyTile = codeOf('passkey');
export const appCodeTile = codeOf('app-code');
export const emailCodeTile = codeOf('email-code');
