import type { Language } from '../../base/language.ts';
import type { MailTemplate, TemplateKey } from './template.ts';
import { en } from './templates/en.ts';

/** The text that Sluis brings along, as version 0. */
export function defaultTemplate(key: TemplateKey, language: Language): MailTemplate {
  return { key, language, version: 0, ...en[key as keyof typeof en] };
}
