import type { Language } from '../../base/language.ts';
import type { SentMail, SentMails } from '../../domain/notification/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';

/** What may be known of a mail without opening it. Before `language` was a column, it stood in `name`. */
export const MAIL_COLUMNS = `id, template, coalesce(language, name) as language, created_at, done_at, attempts,
    last_error, bounced_at, bounce_code`;

export type MailRow = {
  id: string;
  template: string | null;
  language: Language;
  created_at: Date;
  done_at: Date | null;
  attempts: number;
  last_error: string | null;
  bounced_at: Date | null;
  bounce_code: string | null;
};

const ofCase: Statement = {
  name: 'outbox.mail_of',
  readsOnly: true,
  text: `select ${MAIL_COLUMNS} from outbox where about = $1 order by id limit 1000`,
};

/** What was mailed about a case. */
export function sentMailsIn({ queries }: StoreContext): SentMails {
  return {
    async mailOf(about) {
      return (await queries.all<MailRow>(ofCase, [about])).map(readSentMail);
    },
  };
}

export function readSentMail(row: MailRow): SentMail {
  const { id, template, language, attempts } = row;
  return {
    id,
    template,
    language,
    createdAt: row.created_at,
    sentAt: row.done_at,
    attempts,
    lastError: row.last_error,
    bounced: row.bounced_at === null ? null : { at: row.bounced_at, code: row.bounce_code ?? '' },
  };
}
