const LONGEST = 100;

/**
 * A file name as it may be shown and offered: without folders, control characters, marks that turn the reading direction (an
 * override makes `gpj.exe` read as `exe.jpg`), invisible characters and what file systems refuse. Never empty.
 */
export function cleanFileName(name: string): string {
  const last =
    name
      .slice(-1000)
      .split(/[/\\]/)
      .findLast((part) => part.trim() !== '') ?? '';
  const visible = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return shorten(visible) || 'document';
}

/** Cuts the middle out, so that the ending stays; never through a character. */
function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST) return name;
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
  return `${characters
    .slice(0, LONGEST - ending.length)
    .join('')
    .trimEnd()}${ending}`;
}
