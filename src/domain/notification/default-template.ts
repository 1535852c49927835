import type { Language } from '../../base/language.ts';
import { mailText } from './mail-texts.ts';
import type { MailTemplate, TemplateKey } from './template.ts';

/** The text that Sluis brings along, as version 0. */
export function defaultTemplate(key: TemplateKey, language: Language): MailTemplate {
  const [subject, body] = [mailText(`${key}.subject`, language), mailText(`${key}.body`, language)];
  return { key, language, version: 0, subject, body };
}
