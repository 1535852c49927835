import type { Language } from '../../base/language.ts';
import type {
  MailTemplateStore,
  TemplateKey,
  TemplateState,
  TemplateVersion,
} from '../../domain/notification/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';

const COLUMNS = 'key, language, version, subject, body, state, edited_by, edited_at, made_live_at';

type TemplateRow = {
  key: TemplateKey;
  language: Language;
  version: number;
  subject: string;
  body: string;
  state: TemplateState;
  edited_by: string;
  edited_at: Date;
  made_live_at: Date | null;
};

const live: Statement = {
  name: 'mail_templates.live',
  readsOnly: true,
  text: `select ${COLUMNS} from mail_templates where key = $1 and language = $2 and state = 'live'`,
};
const versions: Statement = {
  name: 'mail_templates.versions',
  readsOnly: true,
  text: `select ${COLUMNS} from mail_templates where key = $1 and language = $2 order by version desc`,
};
const all: Statement = {
  name: 'mail_templates.all',
  readsOnly: true,
  text: `select ${COLUMNS} from mail_templates where state in ('draft', 'live') order by key, language, version`,
};
/** Whoever changes a text in this language waits for whoever does so already. */
const lock: Statement = {
  name: 'mail_templates.lock',
  text: `select pg_advisory_xact_lock(hashtext('sluis mail template'), hashtext($1 || ' ' || $2))`,
};
const newest: Statement = {
  name: 'mail_templates.newest',
  readsOnly: true,
  text: 'select coalesce(max(version), 0)::int as version from mail_templates where key = $1 and language = $2',
};
const retire: Statement = {
  name: 'mail_templates.retire',
  text: `update mail_templates set state = 'retired' where key = $1 and language = $2 and state = $3`,
};
const add: Statement = {
  name: 'mail_templates.add',
  text: `insert into mail_templates (key, language, version, subject, body, state, edited_by, edited_at)
    values ($1, $2, $3, $4, $5, 'draft', $6, $7)`,
};
const stateOf: Statement = {
  name: 'mail_templates.state',
  readsOnly: true,
  text: 'select state from mail_templates where key = $1 and language = $2 and version = $3',
};
const makeLive: Statement = {
  name: 'mail_templates.make_live',
  text: `update mail_templates set state = 'live', made_live_by = $4, made_live_at = $5
    where key = $1 and language = $2 and version = $3`,
};

/** Changed texts of mails and wordings. Saving and putting to use belong in a transaction: each is several statements. */
export function mailTemplatesIn({ queries }: StoreContext): MailTemplateStore {
  return {
    async live(key, language) {
      const row = await queries.first<TemplateRow>(live, [key, language]);
      return row === null ? null : readVersion(row);
    },
    async versions(key, language) {
      return (await queries.all<TemplateRow>(versions, [key, language])).map(readVersion);
    },
    async all() {
      return (await queries.all<TemplateRow>(all, [])).map(readVersion);
    },
    async saveDraft({ key, language, subject, body, basedOn, by, at }) {
      await queries.all(lock, [key, language]);
      const last = (await queries.first<{ version: number }>(newest, [key, language]))?.version ?? 0;
      if (last !== basedOn) return { kind: 'changed', newest: last };
      await queries.change(retire, [key, language, 'draft']);
      await queries.change(add, [key, language, last + 1, subject, body, by, at]);
      return { kind: 'saved', version: last + 1 };
    },
    async makeLive(key, language, version, { by, at }) {
      await queries.all(lock, [key, language]);
      const found = await queries.first<{ state: TemplateState }>(stateOf, [key, language, version]);
      if (found?.state !== 'draft') return { kind: 'not-a-draft' };
      await queries.change(retire, [key, language, 'live']);
      await queries.change(makeLive, [key, language, version, by, at]);
      return { kind: 'live' };
    },
  };
}

function readVersion(row: TemplateRow): TemplateVersion {
  const { key, language, version, subject, body, state } = row;
  return {
    key,
    language,
    version,
    subject,
    body,
    state,
    editedBy: row.edited_by,
    editedAt: row.edited_at,
    madeLiveAt: row.made_live_at,
  };
}
