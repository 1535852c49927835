import { dateWriter, untilEndOf } from '../../base/in-writing.ts';
import type { Language } from '../../base/language.ts';
import type { MailSender } from '../../base/mail-sender.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { FilledBlock } from './fill-blocks.ts';
import { type MailTextKey, mailText, sayInMail } from './mail-texts.ts';
import type { MailKey } from './template.ts';

/** Why somebody gets a mail: by what they did, or by how their address is known. */
type Why = Extract<MailTextKey, `frame.why.${string}`>;

const whys: Readonly<Partial<Record<MailKey, Why>>> = {
  'email-code': 'frame.why.code',
  'access-link': 'frame.why.link',
  'address-changed': 'frame.why.former-address',
  'eid-linked': 'frame.why.person',
  'number-replaced': 'frame.why.person',
  'persons-joined': 'frame.why.person',
  'persons-parted': 'frame.why.person',
  'person-left': 'frame.why.administrator',
  'rights-wait': 'frame.why.administrator',
  'representative-left': 'frame.why.administrator',
  'organisation-taken-over': 'frame.why.administrator',
  'organisation-orphaned': 'frame.why.platform',
  'staff-invited': 'frame.why.invited',
  'work-begun': 'frame.why.person',
  'administrator-appointed': 'frame.why.administrator',
  'administrator-ended': 'frame.why.person',
  'administrators-changed': 'frame.why.administrator',
  'work-ended': 'frame.why.person',
  'work-invited': 'frame.why.work',
  'work-invitation-accepted': 'frame.why.administrator',
  'work-invitation-refused': 'frame.why.administrator',
  'login-code': 'frame.why.entered',
  'no-account': 'frame.why.entered',
  'key-added': 'frame.why.person',
  'key-removed': 'frame.why.person',
  'recovery-code-used': 'frame.why.person',
  'passkey-copied': 'frame.why.person',
  'new-login': 'frame.why.person',
  'access-asked': 'frame.why.access',
  'access-question': 'frame.why.access',
  'access-granted': 'frame.why.access',
  'access-refused': 'frame.why.access',
  'access-ended': 'frame.why.access',
  'access-waits': 'frame.why.administrator',
  'access-waits-long': 'frame.why.administrator',
  'access-to-platform': 'frame.why.platform',
  'rights-given': 'frame.why.person',
  'rights-changed': 'frame.why.person',
  'rights-ended': 'frame.why.person',
  'rights-ending': 'frame.why.person',
  'rights-to-extend': 'frame.why.administrator',
  'reset-begun': 'frame.why.person',
  'reset-link': 'frame.why.person',
  'reset-over': 'frame.why.person',
};

/** What stands around the text of a mail, whoever wrote that text: who writes, why, and how to make sure of it. */
export type MailFrame = {
  readonly service: string;
  readonly authority: string | null;
  /** Beneath each link; `null` where nothing is to be said about it. */
  readonly linkNote: string | null;
  readonly closing: readonly FilledBlock[];
  readonly foot: readonly FilledBlock[];
};

/** What a frame is about. `until` is the last day of a link that works once. */
export type FrameFacts = {
  readonly key: MailKey;
  readonly language: Language;
  readonly reference: string | null;
  readonly until: CalendarDate | null;
};

/** The mails that may hold the national number hold no address of the web: whoever has one of both does not have the other. */
export function mayHoldLinks(key: MailKey): boolean {
  return key !== 'number-assigned-in-mail' && key !== 'number-linked-in-mail';
}

export function writeFrame(sender: MailSender, { key, language, reference, until }: FrameFacts): MailFrame {
  const say = (text: MailTextKey) => mailText(text, language);
  const [service, authority] = [sender.service[language], sender.authority?.[language] ?? null];
  const signature = [service, ...(authority === null ? [] : [authority])];
  const hasLinks = mayHoldLinks(key);
  return {
    service,
    authority,
    linkNote: until === null ? null : noteBeneathLink(language, until),
    closing: [paragraph(say('frame.closing')), paragraph(...signature)],
    foot: [
      ...(reference === null ? [] : [paragraph(sayInMail('frame.reference', language, { reference }))]),
      paragraph(say(whys[key] ?? 'frame.why.request')),
      { kind: 'heading', words: say('frame.trust') },
      paragraph(addressesLine(sender, language, hasLinks), say('frame.neverAsked'), say('frame.doubt')),
      { kind: 'heading', words: say('frame.contact') },
      paragraph(...contactLines(sender, language, hasLinks)),
    ],
  };
}

function noteBeneathLink(language: Language, until: CalendarDate): string {
  return sayInMail('frame.linkWorksOnce', language, { until: untilEndOf[language](dayIn(language, until)) });
}

function addressesLine({ origin }: MailSender, language: Language, hasLinks: boolean): string {
  return hasLinks
    ? sayInMail('frame.addresses', language, { origin })
    : mailText('frame.noAddresses', language);
}

function contactLines(sender: MailSender, language: Language, hasLinks: boolean): readonly string[] {
  const { telephone, hours, postalAddress, helpPage, replyTo } = sender;
  return [
    ...(telephone === null ? [] : [telephoneLine(telephone, hours?.[language] ?? null, language)]),
    ...(hasLinks ? [sayInMail('frame.helpPage', language, { address: helpPage })] : []),
    replyTo === null
      ? mailText('frame.noReply', language)
      : sayInMail('frame.replyTo', language, { address: replyTo }),
    ...(postalAddress === null ? [] : [postalAddress[language]]),
  ];
}

function telephoneLine(telephone: string, hours: string | null, language: Language): string {
  return hours === null
    ? sayInMail('frame.telephone', language, { telephone })
    : sayInMail('frame.telephoneHours', language, { telephone, hours });
}

function dayIn(language: Language, day: CalendarDate): string {
  return dateWriter(language, { dateStyle: 'long', timeZone: 'UTC' })(new Date(`${day}T00:00:00Z`));
}

function paragraph(...lines: readonly string[]): FilledBlock {
  return { kind: 'paragraph', lines };
}
