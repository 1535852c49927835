import { mailTemplatesIn } from './mail-templates.ts';
import { outboxIn } from './outbox.ts';
import { sentMailsIn } from './sent-mails.ts';

export { mailUpkeep } from './mail-upkeep.ts';
export { type OutboxQueue, outboxQueueOn, type StuckItem, type TakenItem } from './outbox-queue.ts';

/** Mail and its templates, by the name under which a use case asks for them. */
export const mailStores = { outbox: outboxIn, mails: sentMailsIn, templates: mailTemplatesIn };
