import type { Words } from './words.ts';

/** The size of a file as people say it: 340 kB, 2.4 MB. */
export function fileSize(words: Words, bytes: number): string {
  return bytes < 1_000_000
    ? words.say('case.size.kb', { size: Math.ceil(bytes / 1000) })
    : words.say('case.size.mb', { size: Math.round(bytes / 100_000) / 10 });
}
