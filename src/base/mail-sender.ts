import type { Language } from './language.ts';

/** Words in each language. */
export type LocalText = Readonly<Record<Language, string>>;

/** Who writes, and how people reach them and make sure that it is them. `null` is what the installation does not say. */
export type MailSender = {
  /** The name of the service: the sender's name that mail programs show. */
  readonly service: LocalText;
  /** The authority behind it, its postal address, and when its telephone is answered. */
  readonly authority: LocalText | null;
  readonly postalAddress: LocalText | null;
  readonly telephone: string | null;
  readonly hours: LocalText | null;
  /** Where people find help. */
  readonly helpPage: string;
  /** Where answers go; without it nobody reads them, and the mail says so. */
  readonly replyTo: string | null;
  /** Where every link in a mail begins. */
  readonly origin: string;
};

/** The name that stands before the sender's address: the service and who is behind it. */
export function senderName({ service, authority }: Pick<MailSender, 'service' | 'authority'>): LocalText {
  const nameIn = (language: Language) =>
    authority === null ? service[language] : `${service[language]} – ${authority[language]}`;
  return { nl: nameIn('nl'), fr: nameIn('fr'), de: nameIn('de'), en: nameIn('en') };
}
