import { endOfDay, startOfDay } from '../../../base/calendar.ts';
import { parseCalendarDate } from '../../../base/time.ts';
import { isUuid } from '../../../base/uuid.ts';
import { type ChangeFilter, changeSubjects } from '../../../domain/organisation/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';

/** What the address asks for: internal ids and days, nothing that names anybody. */
export type ActivityQuery = Readonly<
  Record<'subject' | 'person' | 'by' | 'from' | 'until' | 'before', string | null>
>;

/** Reads the address; what cannot be read filters nothing. */
export function readActivityQuery(sent: URLSearchParams): ActivityQuery {
  const read = (name: string, isRight: (text: string) => boolean) => {
    const text = sent.get(name) ?? '';
    return isRight(text) ? text : null;
  };
  const isDay = (text: string) =>
    parseCalendarDate(text) !== null && text >= '1970-01-01' && text <= '2999-12-31';
  return {
    subject: read('subject', (text) => changeSubjects.some((each) => each === text)),
    person: read('person', isUuid),
    by: read('by', isUuid),
    from: read('from', isDay),
    until: read('until', isDay),
    before: read('before', (text) => /^[1-9]\d{0,17}$/.test(text)),
  };
}

/** The same as an address, with what changes in it. */
export function writeActivityQuery(query: ActivityQuery, changes: Partial<ActivityQuery> = {}): string {
  const set = Object.entries({ ...query, ...changes }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as [string, string]],
  );
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`;
}

/** The same as the history takes it; a day is one in Belgium, the last one included. */
export function filterOf({
  subject,
  person,
  by,
  from,
  until,
  before,
}: ActivityQuery): Omit<ChangeFilter, 'organisations'> {
  const [first, last] = [from && parseCalendarDate(from), until && parseCalendarDate(until)];
  return {
    subject: changeSubjects.find((each) => each === subject) ?? null,
    person: person as PersonId | null,
    by: by as PersonId | null,
    from: first ? startOfDay(first) : null,
    until: last ? endOfDay(last) : null,
    before,
  };
}
