export { type LocalText, type MailSender, senderName } from '../../base/mail-sender.ts';
export { type AskedFor, writeAsked } from './asked-words.ts';
export {
  checkTemplate,
  LONGEST_BODY_TEXT,
  LONGEST_SUBJECT_TEXT,
  type TemplateError,
} from './check-template.ts';
export { composeMail, type MailAddressing, type MailWriting } from './compose-mail.ts';
export { composeWording, type WordingValues } from './compose-wording.ts';
export { defaultTemplate } from './default-template.ts';
export { exampleFrame, exampleValues } from './example-values.ts';
export { type FilledBlock, fillBlocks } from './fill-blocks.ts';
export { fillIn } from './fill-in.ts';
export { hideNumbers, holdsNumber } from './hide-numbers.ts';
export type { MailContent } from './mail-content.ts';
export { type MailDesk, type MailDeskStores, openMailDesk, type TroubledMail } from './mail-desk.ts';
export * from './model.ts';
export { type PlaceholderName, type Placeholders, placeholdersOf } from './placeholders.ts';
export type {
  BouncedMail,
  MailCounts,
  MailTemplateStore,
  Outbox,
  SavedDraft,
  SentMail,
  SentMails,
  TemplateDraft,
  TemplateSource,
  TemplateState,
  TemplateVersion,
  TroubledMails,
} from './ports.ts';
export { type RenderedMail, renderMail, renderWording } from './render-mail.ts';

export * from './template.ts';
export { openTemplateDesk, type TemplateDesk, type TemplateDeskStores } from './template-desk.ts';
export { type WrittenAccess, writeWished } from './wished-words.ts';
export { type FrameFacts, type MailFrame, writeFrame } from './write-frame.ts';
export type { RightInMail } from './write-rights.ts';
