import type { MailKey } from '../template.ts';

/** Every mail in one language. */
export type TemplateTexts = Readonly<Record<MailKey, { readonly subject: string; readonly body: string }>>;
