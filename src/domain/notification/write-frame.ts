import { dateWriter, untilEndOf } from '../../base/in-writing.ts';
import type { Language } from '../../base/language.ts';
import type { MailSender } from '../../base/mail-sender.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { FilledBlock } from './fill-blocks.ts';
import { de } from './frames/de.ts';
import { en } from './frames/en.ts';
import { fr } from './frames/fr.ts';
import { nl } from './frames/nl.ts';
import type { FrameTexts, Why } from './frames/texts.ts';
import type { MailKey } from './template.ts';

const texts: Readonly<Record<Language, FrameTexts>> = { nl, fr, de, en };

const whys: Readonly<Partial<Record<MailKey, Why>>> = {
  'email-code': 'code',
  'access-link': 'link',
  'address-changed': 'former-address',
  'eid-linked': 'person',
  'number-replaced': 'person',
  'persons-joined': 'person',
  'persons-parted': 'person',
  'person-left': 'administrator',
  'rights-wait': 'administrator',
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
  const words = texts[language];
  const [service, authority] = [sender.service[language], sender.authority?.[language] ?? null];
  const signature = [service, ...(authority === null ? [] : [authority])];
  const hasLinks = mayHoldLinks(key);
  return {
    service,
    authority,
    linkNote: until === null ? null : words.linkWorksOnce(untilEndOf[language](dayIn(language, until))),
    closing: [paragraph(words.closing), paragraph(...signature)],
    foot: [
      ...(reference === null ? [] : [paragraph(words.reference(reference))]),
      paragraph(words.why[whys[key] ?? 'request']),
      { kind: 'heading', words: words.trust },
      paragraph(hasLinks ? words.addresses(sender.origin) : words.noAddresses, words.neverAsked, words.doubt),
      { kind: 'heading', words: words.contact },
      paragraph(...contactLines(sender, language, hasLinks)),
    ],
  };
}

function contactLines(sender: MailSender, language: Language, hasLinks: boolean): readonly string[] {
  const words = texts[language];
  const { telephone, hours, postalAddress, helpPage, replyTo } = sender;
  return [
    ...(telephone === null ? [] : [words.telephone(telephone, hours?.[language] ?? null)]),
    ...(hasLinks ? [words.helpPage(helpPage)] : []),
    replyTo === null ? words.noReply : words.replyTo(replyTo),
    ...(postalAddress === null ? [] : [postalAddress[language]]),
  ];
}

function dayIn(language: Language, day: CalendarDate): string {
  return dateWriter(language, { dateStyle: 'long', timeZone: 'UTC' })(new Date(`${day}T00:00:00Z`));
}

function paragraph(...lines: readonly string[]): FilledBlock {
  return { kind: 'paragraph', lines };
}
