import type { Language } from '../../base/language.ts';
import type { MailTemplate, TemplateKey } from './template.ts';
import { de as mailsDe } from './templates/de.ts';
import { en as mailsEn } from './templates/en.ts';
import { fr as mailsFr } from './templates/fr.ts';
import { nl as mailsNl } from './templates/nl.ts';
import type { TemplateTexts } from './templates/texts.ts';
import { de } from './wordings/de.ts';
import { en } from './wordings/en.ts';
import { fr } from './wordings/fr.ts';
import { nl } from './wordings/nl.ts';
import type { WordingTexts } from './wordings/texts.ts';

const texts: Readonly<Record<Language, TemplateTexts & WordingTexts>> = {
  nl: { ...mailsNl, ...nl },
  fr: { ...mailsFr, ...fr },
  de: { ...mailsDe, ...de },
  en: { ...mailsEn, ...en },
};

/** The text that Sluis brings along, as version 0. */
export function defaultTemplate(key: TemplateKey, language: Language): MailTemplate {
  return { key, language, version: 0, ...texts[language][key] };
}
