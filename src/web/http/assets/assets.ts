import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { flagsTogether } from '../../ui/flag.ts';
import type { AssetPath } from '../../ui/frame.ts';

/** A static file as it is sent: under an address that changes with its content, so that browsers may keep it for ever. */
export type Asset = { readonly type: string; readonly body: Uint8Array; readonly gzipped: Uint8Array | null };

export type Assets = { readonly path: AssetPath; find(path: string): Asset | null };

const own = new URL('../../ui/assets/', import.meta.url);
const subsets = ['latin', 'latin-ext', 'greek', 'cyrillic'] as const;
/** Flags are asked for by the codes of eIDAS: Greece is `EL` there. */
const otherCodes: Readonly<Record<string, string>> = { GR: 'EL' };
const isoCodes: Readonly<Record<string, string>> = { EL: 'GR' };

/** Reads all static files into memory (fonts and flags from their packages) and gives each its address. Throws when one is missing. */
export function openAssets(): Assets {
  const resolve = createRequire(import.meta.url).resolve;
  const fonts = join(dirname(resolve('@fontsource-variable/source-sans-3/package.json')), 'files');
  const flags = join(dirname(resolve('country-flag-icons/package.json')), '3x2');
  const byPath = new Map<string, Asset>();
  const byName = new Map<string, string>();

  function add(name: string, type: string, body: Uint8Array, compress: boolean): void {
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
    const path = `/assets/${hash}/${name}`;
    byName.set(name, path);
    byPath.set(path, { type, body, gzipped: compress ? gzipSync(body, { level: 9 }) : null });
  }
  const path: AssetPath = (name) => {
    const known = byName.get(name);
    if (known === undefined) throw new Error(`there is no asset ${name}`);
    return known;
  };

  for (const subset of subsets) {
    const file = join(fonts, `source-sans-3-${subset}-wght-normal.woff2`);
    add(`source-sans-3-${subset}.woff2`, 'font/woff2', readFileSync(file), false);
  }
  const drawing = (code: string) => readFileSync(join(flags, `${isoCodes[code] ?? code}.svg`), 'utf8');
  add('flags.svg', 'image/svg+xml', Buffer.from(drawTogether(flagsTogether, drawing)), true);
  for (const file of readdirSync(flags).filter((each) => /^[A-Z]{2}\.svg$/.test(each))) {
    const code = file.slice(0, 2);
    add(`flags/${otherCodes[code] ?? code}.svg`, 'image/svg+xml', readFileSync(join(flags, file)), false);
  }
  const css = readFileSync(new URL('sluis.css', own), 'utf8').replace(
    /url\(([a-z0-9-]+\.woff2)\)/g,
    (_, name) => `url(${path(name)})`,
  );
  add('sluis.css', 'text/css; charset=utf-8', Buffer.from(css), true);
  add('staff.css', 'text/css; charset=utf-8', readFileSync(new URL('staff.css', own)), true);
  add('sluis.js', 'text/javascript; charset=utf-8', readFileSync(new URL('sluis.js', own)), true);
  add('passkey.js', 'text/javascript; charset=utf-8', readFileSync(new URL('passkey.js', own)), true);
  add('favicon.svg', 'image/svg+xml', readFileSync(new URL('favicon.svg', own)), false);
  return { path, find: (asked) => byPath.get(asked) ?? null };
}

/** One file with a symbol per code, each drawn from its own file. */
function drawTogether(codes: readonly string[], drawing: (code: string) => string): string {
  const symbols = codes.map((code) => {
    const [, box, shapes] = /^<svg [^>]*viewBox="([^"]*)">([\s\S]*)<\/svg>\s*$/.exec(drawing(code)) ?? [];
    if (box === undefined) throw new Error(`the flag ${code} is drawn in another way than the rest`);
    return `<symbol id="${code}" viewBox="${box}">${shapes}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}
