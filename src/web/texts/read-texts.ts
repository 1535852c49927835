import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file of texts: one area in one language. */
export type TextFile = {
  /** The area as its path below the language: `login/number`. */
  readonly area: string;
  readonly path: string;
};

/** The folders of languages in a folder of texts. */
export function languagesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The files of one language, by area. */
export function textFilesIn(folder: string, language: string): readonly TextFile[] {
  const root = join(folder, language);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path,
      area: relative(root, path)
        .replace(/\.json$/, '')
        .replaceAll(sep, '/'),
    }))
    .sort((one, other) => (one.area < other.area ? -1 : 1));
}

/** Every text of one language by its key, as its files have it. What is not a text is refused with its place. */
export function readMessages(folder: string, language: string): Readonly<Record<string, string>> {
  return Object.fromEntries(textFilesIn(folder, language).flatMap(({ path }) => messagesOf(path)));
}

function messagesOf(path: string): readonly (readonly [string, string])[] {
  const entries: Readonly<Record<string, { readonly defaultMessage?: unknown } | null>> = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  return Object.entries(entries).map(([key, entry]) => {
    const message = entry?.defaultMessage;
    if (typeof message !== 'string') throw new Error(`${path}: ${key} has no text`);
    return [key, message];
  });
}
