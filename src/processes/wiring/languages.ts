import { openLanguages, type SpokenLanguages } from '../../base/language.ts';
import { SettingsFailure } from '../../config/load.ts';
import type { Settings } from '../../config/settings.ts';
import { pathLanguagesIn } from '../../web/index.ts';

/** The languages that logins are offered in: the four, those of the path that a native has read, and those that the settings name. */
export function languagesOf({ unreadLanguages }: Pick<Settings, 'unreadLanguages'>): SpokenLanguages {
  const known = pathLanguagesIn();
  const unknown = unreadLanguages.filter((name) => !known.some(({ language }) => language === name));
  if (unknown.length > 0)
    throw new SettingsFailure(
      unknown.map((name) => `SLUIS_UNREAD_LANGUAGES names ${name}, of which there are no texts.`),
    );
  const offered = known.filter(({ language, isRead }) => isRead || unreadLanguages.includes(language));
  return openLanguages(offered.map(({ language }) => language));
}
