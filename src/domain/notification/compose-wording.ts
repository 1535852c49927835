import type { Language } from '../../base/language.ts';
import type { CalendarDate } from '../../base/time.ts';
import { defaultTemplate } from './default-template.ts';
import type { TemplateSource } from './ports.ts';
import { renderWording } from './render-mail.ts';
import type { WordingKey } from './template.ts';
import { writeValue } from './write-values.ts';

/** What a wording may speak of. Without a day to answer by, `dueDate` is `null`. */
export type WordingValues = {
  readonly name: string;
  readonly reference: string;
  readonly dueDate: CalendarDate | null;
};

/** The words of a wording in this language, for an agent to change before they become the message or reason of a mail. */
export async function composeWording(
  key: WordingKey,
  language: Language,
  values: WordingValues,
  templates: TemplateSource,
): Promise<string> {
  const template = (await templates.live(key, language)) ?? defaultTemplate(key, language);
  const written = Object.entries(values).flatMap(([name, value]): (readonly [string, string])[] =>
    value === null ? [] : [[name, writeValue(name, value, language)]],
  );
  return renderWording(template, Object.fromEntries(written));
}
