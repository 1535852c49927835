import { randomBytes } from 'node:crypto';
import { later, MINUTE } from '../../base/time.ts';
import {
  type WebSessionContents,
  type WebSessionKind,
  type WebSessionStore,
  webSessionLives,
} from '../../login/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { decodeJson, encodeJson } from '../ground/json.ts';
import { hashId, type Protection, sealedRow } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';
import { restingOn, stillRests } from '../persons/index.ts';

const PLACE = 'web_sessions.content';
/** How exactly the last use is known: one write a minute at most, however much somebody clicks. */
const GRAIN = MINUTE;

type SessionRow = { content: Buffer; last_seen_at: Date };

const open: Statement = {
  name: 'web_sessions.open',
  text: `insert into web_sessions
      (id_hash, kind, content, created_at, last_seen_at, expires_at, rests_on, rests_since)
    values ($1, $2, $3, $4, $4, $5, $6, $7)`,
};
const find: Statement = {
  name: 'web_sessions.find',
  readsOnly: true,
  text: `select content, last_seen_at from web_sessions s
    where id_hash = $1 and kind = $2 and expires_at > $3 and last_seen_at > $4 and ${stillRests('s')}`,
};
const touch: Statement = {
  name: 'web_sessions.touch',
  text: 'update web_sessions set last_seen_at = $2 where id_hash = $1 and expires_at > $2 and last_seen_at < $2',
};
const end: Statement = {
  name: 'web_sessions.end',
  text: 'delete from web_sessions where id_hash = $1',
};

/** Sessions on Sluis's own pages: only hashes of their secrets are kept, and their contents sealed. */
export function webSessionsIn({
  queries,
  protection,
  clock,
  ensurePartition,
}: StoreContext): WebSessionStore {
  return {
    async open(kind, content, expiresAt, { foundation, login }) {
      await ensurePartition('web_sessions', expiresAt);
      const secret =
        login === undefined ? randomBytes(32).toString('base64url') : secretOf(protection, kind, login);
      const id = hashSecret(secret);
      const sealed = protection.seal(PLACE, sealedRow(id, kind), encodeJson(content));
      await queries.changeUnheard(open, [id, kind, sealed, clock(), expiresAt, ...restingOn(foundation)]);
      return secret;
    },
    async find<Kind extends keyof WebSessionContents>(kind: Kind, secret: string, at: Date) {
      const id = hashSecret(secret);
      const idleSince = later(at, -webSessionLives[kind].idle);
      const row = await queries.first<SessionRow>(find, [id, kind, at, idleSince]);
      if (row === null) return null;
      if (later(row.last_seen_at, GRAIN) <= at) await queries.changeUnheard(touch, [id, at]);
      return decodeJson<WebSessionContents[Kind]>(protection.open(PLACE, sealedRow(id, kind), row.content));
    },
    async openedBy(kind, login, at) {
      const secret = secretOf(protection, kind, login);
      const values = [hashSecret(secret), kind, at, later(at, -webSessionLives[kind].idle)];
      return (await queries.first<SessionRow>(find, values)) === null ? null : secret;
    },
    async end(secret) {
      await queries.changeUnheard(end, [hashSecret(secret)]);
    },
  };
}

/** The secret of the session that a login opens: keyed, so that nobody else makes it of the login's address. */
function secretOf(protection: Protection, kind: WebSessionKind, login: string): string {
  return protection.hash('web-session', `${kind} ${login}`).toString('base64url');
}

function hashSecret(secret: string): Buffer {
  return hashId('web-session', secret);
}
