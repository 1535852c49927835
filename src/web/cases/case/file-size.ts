import type { Words } from '../../ui/words.ts';

/** The size of a file as people say it. */
export function fileSize(words: Words, bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return megabytes >= 0.95
    ? words.say('case.size.mb', { size: Math.round(megabytes * 10) / 10 })
    : words.say('case.size.kb', { size: Math.max(1, Math.round(bytes / 1024)) });
}
