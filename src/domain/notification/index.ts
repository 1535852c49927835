export { composeMail, type MailAddressing } from './compose-mail.ts';
export { defaultTemplate } from './default-template.ts';
export type { MailContent } from './mail-content.ts';
export * from './model.ts';
export type {
  MailTemplateStore,
  Outbox,
  SavedDraft,
  SentMail,
  SentMails,
  TemplateDraft,
  TemplateSource,
  TemplateState,
  TemplateVersion,
} from './ports.ts';
export { type RenderedMail, renderMail, renderWording } from './render-mail.ts';
export * from './template.ts';
