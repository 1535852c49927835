import type { Language } from '../../base/language.ts';
import type { MailSender } from '../../base/mail-sender.ts';
import type { Redacted } from '../../base/redacted.ts';
import { defaultTemplate } from './default-template.ts';
import { hideNumbers } from './hide-numbers.ts';
import type { MailContent } from './mail-content.ts';
import type { Mail } from './model.ts';
import type { TemplateSource } from './ports.ts';
import { renderMail } from './render-mail.ts';
import type { MailKey } from './template.ts';
import { writeFrame } from './write-frame.ts';
import { writeValues } from './write-values.ts';

/** To whom a mail goes, in which language, and about which case. */
export type MailAddressing = {
  readonly to: Redacted<string>;
  readonly language: Language;
  /** Id of the case, `null` when there is none yet. */
  readonly about: string | null;
  /** Whether the national number itself may stand in the text; not when this is left out. Never in the subject. */
  readonly numberInMail?: boolean;
};

/** Where the text in use comes from, and who writes. */
export type MailWriting = { readonly templates: TemplateSource; readonly sender: MailSender };

/** Makes a mail of what it tells: with the text in use, or the one that Sluis brings along, in the frame that every mail has. */
export async function composeMail(
  content: MailContent,
  { to, language, about, numberInMail = false }: MailAddressing,
  { templates, sender }: MailWriting,
): Promise<Mail> {
  const key = keyOf(content, numberInMail);
  const template = (await templates.live(key, language)) ?? defaultTemplate(key, language);
  const values = writeValues(content, language, key);
  const { reference } = content.values;
  const until = 'until' in content.values ? content.values.until : null;
  const frame = writeFrame(sender, { key, language, reference, until });
  const { subject, text, html } = renderMail(template, values, frame);
  return { to, language, subject: hideNumbers(subject), text, html, about, template: key };
}

function keyOf({ template }: MailContent, numberInMail: boolean): MailKey {
  const mayHoldNumber = template === 'number-assigned' || template === 'number-linked';
  return mayHoldNumber && numberInMail ? `${template}-in-mail` : template;
}
