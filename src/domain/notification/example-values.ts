import { addDays, dayOf } from '../../base/calendar.ts';
import type { Language } from '../../base/language.ts';
import type { MailSender } from '../../base/mail-sender.ts';
import { writeAsked } from './asked-words.ts';
import { defaultTemplate } from './default-template.ts';
import type { Values } from './fill-in.ts';
import { placeholdersOf } from './placeholders.ts';
import { renderWording } from './render-mail.ts';
import { type MailTemplate, mailKeys } from './template.ts';
import { type MailFrame, writeFrame } from './write-frame.ts';
import { type RightInMail, writeRights } from './write-rights.ts';
import { writeValue } from './write-values.ts';

const exampleRights: readonly RightInMail[] = [
  {
    application: { en: 'KLIP' },
    right: { nl: 'KLIP gebruiker', fr: 'Utilisateur KLIP', de: 'KLIP-Nutzer', en: 'KLIP user' },
    contexts: [{ nl: 'Raadpleger', fr: 'Lecteur', de: 'Leser', en: 'Reader' }],
    until: '2027-03-03',
  },
];

/** A value for every placeholder, to look at a template before it is used. The number is no number. */
export function exampleValues(language: Language, now: Date, origin: string): Values {
  const day = addDays(dayOf(now), 14);
  const plain = {
    name: 'Anna Müller',
    reference: 'SLU-2M9D-K7PX',
    office: 'Example Street 1, 1000 Brussels',
    organisation: 'Example NV',
    by: 'Piet Janssens',
    person: 'Jan Peeters',
    former: 'Example Works BV',
    link: `${origin}/request`,
    until: day,
    replyUntil: day,
    dueDate: day,
    lastDay: day,
    at: now.toISOString(),
    device: 'Firefox, Linux',
    access: 'KLIP: KLIP user (Planaanvrager)',
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
    rights: writeRights(exampleRights, language),
    missing: writeAsked([{ kind: 'document', document: 'identity-back' }], language),
    reason: renderWording(defaultTemplate('refuse-not-identified', language), written),
  };
}

/** The frame of a mail with example facts; `null` for a wording, which goes into a mail. */
export function exampleFrame(
  { key, language }: Pick<MailTemplate, 'key' | 'language'>,
  now: Date,
  sender: MailSender,
): MailFrame | null {
  const mail = mailKeys.find((each) => each === key);
  if (mail === undefined) return null;
  const { required, optional } = placeholdersOf(mail);
  const until = [...required, ...optional].includes('until') ? addDays(dayOf(now), 14) : null;
  return writeFrame(sender, { key: mail, language, reference: 'SLU-2M9D-K7PX', until });
}
