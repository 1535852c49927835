import { demoSender } from '../../src/config/demo-sender.ts';
import type { MailSender } from '../../src/domain/notification/index.ts';

/** A sender that says all that one can say. */
export const mailSender: MailSender = {
  service: { nl: 'Sluis', fr: 'Sluis', de: 'Sluis', en: 'Sluis' },
  ...demoSender,
  helpPage: 'https://login.example.org/help',
  replyTo: 'help@example.org',
  origin: 'https://login.example.org',
};
