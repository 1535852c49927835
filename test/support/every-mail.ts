import { Redacted } from '../../src/base/redacted.ts';
import type { CalendarDate } from '../../src/base/time.ts';
import type { MailContent } from '../../src/domain/notification/index.ts';
import { numberOf } from './open-test-store.ts';

/** The days that the examples speak of: the last of a link, of a question, and to reply to an end. */
export const mailDays = {
  until: '2027-03-13',
  dueDate: '2027-03-01',
  replyUntil: '2027-04-30',
} as const satisfies Readonly<Record<string, CalendarDate>>;

/** What humans wrote into a mail. */
export type Said = { readonly name: string; readonly words: string; readonly count: number };

/** Every mail there is, once; the compiler asks for the one that is missing. */
export function everyMail({ name, words, count }: Said): readonly MailContent[] {
  const reference = 'SLU-2M9D-K7PX';
  const led = { name, reference, link: 'https://login.example.org/help' };
  const about = {
    name,
    reference,
    link: `https://login.example.org/request/open/${'t'.repeat(43)}`,
    until: mailDays.until,
  };
  const access = { ...led, organisation: 'Example Works NV', access: 'KLIP: KLIP user (Planaanvrager)' };
  const ofRights = {
    ...led,
    organisation: 'Example Works NV',
    rights: [{ application: { en: name }, right: { en: name }, contexts: [], until: null, person: name }],
  };
  const number = numberOf('95501799861');
  const { dueDate, replyUntil } = mailDays;
  const contents: { readonly [Each in MailContent as Each['template']]: Each['values'] } = {
    'request-received': { ...about, expectedDays: count },
    'email-code': { reference, code: new Redacted('123456'), validMinutes: count },
    'question-asked': { ...about, message: words, dueDate },
    'answer-reminder': { ...about, dueDate, missing: words },
    'answer-received': { ...about, expectedDays: count },
    'number-assigned': { ...about, number },
    'number-linked': { ...about, number },
    'request-refused': { ...about, reason: words, replyUntil },
    'request-expired': { ...about, replyUntil },
    'draft-expired': about,
    'request-withdrawn': { ...about, replyUntil },
    'request-handed-over': { ...about, office: words.split('\n', 1)[0] ?? '' },
    'link-removed': { ...about, reason: words },
    'eid-linked': led,
    'request-reopened': { ...about, reason: words, expectedDays: count },
    'address-changed': led,
    'access-link': about,
    'message-from-agent': { ...about, message: words },
    'number-replaced': led,
    'persons-joined': led,
    'persons-parted': led,
    'person-left': { name, reference, organisation: 'Example Works NV' },
    'staff-invited': {
      ...led,
      link: `https://login.example.org/invitation/${'t'.repeat(43)}`,
      organisation: 'Example Works NV',
      dueDate,
    },
    'work-begun': { ...led, organisation: 'Example Works NV', by: 'Piet Janssens' },
    'administrator-appointed': { ...led, organisation: 'Example Works NV', by: 'Piet Janssens' },
    'administrator-ended': { ...led, organisation: 'Example Works NV', by: 'Piet Janssens' },
    'administrators-changed': { ...led, organisation: 'Example Works NV', by: 'Piet Janssens' },
    'work-ended': { ...led, organisation: 'Example Works NV', by: 'Piet Janssens', lastDay: '2027-01-31' },
    'work-invited': {
      ...led,
      link: `https://login.example.org/invitation/work/${'t'.repeat(43)}`,
      ...{ organisation: 'Example Works NV', by: 'Piet Janssens', dueDate },
    },
    'work-invitation-accepted': { ...led, organisation: 'Example Works NV', person: 'Jan Peeters' },
    'work-invitation-refused': { ...led, organisation: 'Example Works NV', person: 'Jan Peeters' },
    'representative-left': { name, reference, organisation: 'Example Works NV' },
    'organisation-taken-over': { reference, former: 'Example BV', organisation: 'Example Works NV' },
    'organisation-orphaned': { reference, organisation: 'Example Works NV' },
    'rights-wait': { name, reference, organisation: 'Example Works NV' },
    'login-code': { reference, code: new Redacted('123456'), validMinutes: count },
    'no-account': { reference, link: 'https://login.example.org/' },
    'key-added': led,
    'key-removed': led,
    'recovery-code-used': led,
    'passkey-copied': led,
    'access-asked': { ...access, expectedDays: count },
    'access-question': { ...access, message: words },
    'access-granted': { ...access, message: words },
    'access-refused': { ...access, reason: words },
    'access-ended': access,
    'access-waits': access,
    'access-waits-long': access,
    'access-to-platform': access,
    'rights-given': { ...ofRights, by: name },
    'rights-changed': { ...ofRights, by: name },
    'rights-ended': { ...ofRights, by: name },
    'rights-ending': ofRights,
    'rights-to-extend': ofRights,
    'reset-begun': { ...led, at: '2026-11-22T12:00:00.000Z' },
    'reset-link': { ...led, until: mailDays.until },
    'reset-over': led,
    'new-login': { ...led, at: '2026-11-22T12:00:00.000Z', device: 'Firefox, Linux' },
  };
  // The compiler cannot see that each template stands with its own values.
  return Object.entries(contents).map(([template, values]) => ({ template, values }) as MailContent);
}
