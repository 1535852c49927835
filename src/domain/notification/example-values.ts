import { addDays, dayOf } from '../../base/calendar.ts';
import type { Language } from '../../base/language.ts';
import { defaultTemplate } from './default-template.ts';
import type { Values } from './fill-in.ts';
import { renderWording } from './render-mail.ts';
import { writeValue } from './write-values.ts';

/** A value for every placeholder, to look at a template before it is used. The number is no number. */
export function exampleValues(language: Language, now: Date, origin: string): Values {
  const day = addDays(dayOf(now), 14);
  const plain = {
    name: 'Anna Müller',
    reference: 'SLU-2M9D-K7PX',
    office: 'Example Street 1, 1000 Brussels',
    organisation: 'Example NV',
    link: `${origin}/request`,
    until: day,
    dueDate: day,
    expectedDays: 3,
    validMinutes: 15,
    code: '123 456',
    number: '00.00.00-000.00',
  };
  const written = Object.fromEntries(
    Object.entries(plain).map(([name, value]) => [name, writeValue(name, value, language)]),
  );
  return {
    ...written,
    message: renderWording(defaultTemplate('ask-document-both-sides', language), written),
    reason: renderWording(defaultTemplate('refuse-not-identified', language), written),
  };
}
