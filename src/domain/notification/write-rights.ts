import { dateWriter } from '../../base/in-writing.ts';
import { type Language, type LocalizedText, textIn } from '../../base/language.ts';
import type { CalendarDate } from '../../base/time.ts';
import { sayInMail } from './mail-texts.ts';

/** A right as a mail tells of it: by the names that people know, in the language of the mail. */
export type RightInMail = {
  readonly application: LocalizedText;
  readonly right: LocalizedText;
  readonly contexts: readonly LocalizedText[];
  /** The last day; `null` where it does not end. */
  readonly until: CalendarDate | null;
  /** Whose it is, where that is not the one who is written to. */
  readonly person?: string;
};

/** Lines of a mail at most: the page that it leads to shows the rest. */
const MOST_LINES = 40;

/** Rights, each on a line of its own. */
export function writeRights(rights: readonly RightInMail[], language: Language): string {
  const rest = rights.length - MOST_LINES;
  const lines = rights.slice(0, MOST_LINES).map((right) => `– ${lineOf(right, language)}`);
  const more = rest > 0 ? [`– ${sayInMail('rights.more', language, { count: String(rest) })}`] : [];
  return [...lines, ...more].join('\n');
}

function lineOf({ application, right, contexts, until, person }: RightInMail, language: Language): string {
  const say = (text: LocalizedText) => textIn(text, language);
  const within = contexts.length === 0 ? '' : ` (${contexts.map(say).join(', ')})`;
  const end =
    until === null ? '' : `, ${sayInMail('rights.until', language, { until: dayIn(language, until) })}`;
  const whose = person === undefined ? '' : `${person}: `;
  return `${whose}${say(application)}, ${say(right)}${within}${end}`;
}

function dayIn(language: Language, day: CalendarDate): string {
  return dateWriter(language, { dateStyle: 'long', timeZone: 'UTC' })(new Date(`${day}T00:00:00Z`));
}
