import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PathLanguage, parsePathLanguage } from '../../base/language.ts';
import { languagesIn } from './read-texts.ts';

const ours = fileURLToPath(new URL('.', import.meta.url));

/** The folders of the areas that a language of the path has: what a person meets from the choice of a login to the application. */
export const pathAreas = ['login', 'public'] as const;

/** Says that somebody who speaks the language from childhood has read its texts: who, and when. */
export const READ = 'read.md';

/** The languages of the path alone, found by their folders; `isRead` where a native has read the texts. */
export function pathLanguagesIn(folder = ours): readonly {
  readonly language: PathLanguage;
  readonly isRead: boolean;
}[] {
  return languagesIn(folder).flatMap((name) => {
    const language = parsePathLanguage(name);
    return language === null ? [] : [{ language, isRead: existsSync(join(folder, name, READ)) }];
  });
}
