import type { Language } from '../../base/language.ts';
import { fillIn } from './fill-in.ts';
import deFrame from './texts/de/frame.json' with { type: 'json' };
import deMails from './texts/de/mails.json' with { type: 'json' };
import deWordings from './texts/de/wordings.json' with { type: 'json' };
import deWords from './texts/de/words.json' with { type: 'json' };
import enFrame from './texts/en/frame.json' with { type: 'json' };
import enMails from './texts/en/mails.json' with { type: 'json' };
import enWordings from './texts/en/wordings.json' with { type: 'json' };
import enWords from './texts/en/words.json' with { type: 'json' };
import frFrame from './texts/fr/frame.json' with { type: 'json' };
import frMails from './texts/fr/mails.json' with { type: 'json' };
import frWordings from './texts/fr/wordings.json' with { type: 'json' };
import frWords from './texts/fr/words.json' with { type: 'json' };
import type { MailTexts } from './texts/keys.d.ts';
import nlFrame from './texts/nl/frame.json' with { type: 'json' };
import nlMails from './texts/nl/mails.json' with { type: 'json' };
import nlWordings from './texts/nl/wordings.json' with { type: 'json' };
import nlWords from './texts/nl/words.json' with { type: 'json' };

/** The key of a text in mails; English is the source of all keys. */
export type MailTextKey = keyof MailTexts;

type Entry = { readonly defaultMessage: string };

const texts: Readonly<Record<Language, Readonly<Record<MailTextKey, Entry>>>> = {
  nl: { ...nlMails, ...nlWordings, ...nlFrame, ...nlWords },
  fr: { ...frMails, ...frWordings, ...frFrame, ...frWords },
  de: { ...deMails, ...deWordings, ...deFrame, ...deWords },
  en: { ...enMails, ...enWordings, ...enFrame, ...enWords },
};

/** A text of mails as it stands, its placeholders with it. */
export function mailText(key: MailTextKey, language: Language): string {
  return texts[language][key].defaultMessage;
}

/** A text of mails with its placeholders filled in. */
export function sayInMail<Key extends MailTextKey>(
  key: Key,
  language: Language,
  values: MailTexts[Key],
): string {
  return fillIn(mailText(key, language), values);
}
