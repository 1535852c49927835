import type { Html } from './html.ts';
import type { Words } from './words.ts';

/** A part of a page that depends on its language alone, written once for each: the texts of a language never change. */
export function onceIn(write: (words: Words) => Html): (words: Words) => Html {
  const written = new WeakMap<Words, Html>();
  return (words) => {
    const known = written.get(words);
    if (known) return known;
    const part = write(words);
    written.set(words, part);
    return part;
  };
}
