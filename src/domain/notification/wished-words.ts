import { type Language, type LocalizedText, textIn } from '../../base/language.ts';
import type { CalendarDate } from '../../base/time.ts';
import { mailText, sayInMail } from './mail-texts.ts';
import { writeValue } from './write-values.ts';

/** Access as a mail names it: a right of an application with its contexts, or to be known as somebody who works there. */
export type WrittenAccess = {
  readonly right: {
    readonly application: LocalizedText;
    readonly name: LocalizedText;
    readonly contexts: readonly string[];
  } | null;
  readonly until: CalendarDate | null;
};

/** Writes what somebody asks for, or was given, on one line: `KLIP: KLIP user (Planaanvrager), until 31 December 2027`. */
export function writeWished({ right, until }: WrittenAccess, language: Language): string {
  const access = right === null ? mailText('access.work-relation', language) : rightIn(right, language);
  if (until === null) return access;
  return sayInMail('access.until', language, { access, until: writeValue('dueDate', until, language) });
}

function rightIn(
  { application, name, contexts }: NonNullable<WrittenAccess['right']>,
  language: Language,
): string {
  const written = `${textIn(application, language)}: ${textIn(name, language)}`;
  return contexts.length === 0 ? written : `${written} (${contexts.join(', ')})`;
}
