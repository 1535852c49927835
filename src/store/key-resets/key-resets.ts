import type { CorrelationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import { DAY, HOUR, later } from '../../base/time.ts';
import type {
  KeyReset,
  KeyResetEnding,
  KeyResetId,
  KeyResetLink,
  KeyResetSecret,
  KeyResetStore,
} from '../../domain/key-reset/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { lockKeys } from '../ground/lock-keys.ts';
import { hashId, type Protection } from '../ground/sealing.ts';
import * as sql from './key-reset-statements.ts';

const REASON = 'key_resets.reason_sealed';
const COMMENT = 'key_resets.comment_sealed';
/** From one network: many people may share one, and staff reads what is reported. */
const MOST_AN_HOUR = 20;
const REPORT_HOLDS = 30 * DAY;

type ResetRow = {
  id: string;
  person: string;
  reason_sealed: Buffer;
  language: Language;
  proposed_by: string;
  proposed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  comment_sealed: Buffer | null;
  opens_at: Date | null;
  sent_at: Date | null;
  expires_at: Date;
  ended_at: Date | null;
  ending: KeyResetEnding | null;
  ended_by: string | null;
};

const found = { bind: sql.findByBind, stop: sql.findByStop } as const;
const held = { bind: sql.holdByBind, stop: sql.holdByStop } as const;

/** Resets of keys: only hashes of the secrets in links are kept. */
export function keyResetsIn(context: StoreContext): KeyResetStore {
  const { queries, protection } = context;
  const read = (row: ResetRow | null) => (row === null ? null : readReset(protection, row));
  return {
    ...reportsIn(context),
    async propose({ id, person, reason, language, proposedBy, proposedAt, expiresAt }) {
      const sealed = protection.seal(REASON, id, reason);
      const values = [id, person, sealed, language, proposedBy, proposedAt, expiresAt];
      if ((await queries.change(sql.propose, values)) === 1) return { kind: 'proposed', id };
      const first = await queries.first<ResetRow>(sql.underWay, [person, proposedAt]);
      if (first === null) throw new Error('a reset that stood in the way is gone');
      return { kind: 'already-proposed', id: first.id as KeyResetId };
    },
    find: async (id) => read(await queries.first<ResetRow>(sql.find, [id])),
    hold: async (id) => read(await queries.first<ResetRow>(sql.hold, [id])),
    findByLink: async (link, secret) =>
      read(await queries.first<ResetRow>(found[link], [hashSecret(link, secret)])),
    holdByLink: async (link, secret) =>
      read(await queries.first<ResetRow>(held[link], [hashSecret(link, secret)])),
    underWay: async (person, at) => read(await queries.first<ResetRow>(sql.underWay, [person, at])),
    list: async () => (await queries.all<ResetRow>(sql.list, [])).map((row) => readReset(protection, row)),
    async agree(id, { by, at, comment, opensAt, expiresAt, stop }) {
      const sealed = protection.seal(COMMENT, id, comment);
      const values = [id, by, at, sealed, opensAt, expiresAt, hashSecret('stop', stop)];
      await queries.changeSurely(sql.agree, values);
    },
    async due(at) {
      return (await queries.all<{ id: string }>(sql.due, [at])).map(({ id }) => id as KeyResetId);
    },
    async markSent(id, bind, at) {
      await queries.changeSurely(sql.markSent, [id, at, hashSecret('bind', bind)]);
    },
    async end(id, { at, ending, by, comment }) {
      const sealed = comment === undefined ? null : protection.seal(COMMENT, id, comment);
      await queries.changeSurely(sql.end, [id, at, ending, by, sealed]);
    },
    async expire(at) {
      await queries.change(sql.expire, [at]);
    },
    async nameOf(person) {
      const row = await queries.first<{ given_names: string; family_name: string }>(sql.nameOf, [person]);
      return row === null ? '' : `${row.given_names} ${row.family_name}`.trim();
    },
  };
}

function reportsIn({ queries, protection }: StoreContext): Pick<KeyResetStore, 'report' | 'findReport'> {
  return {
    async report({ reference, person, language, at }, network) {
      const from = protection.hash('network-address', network);
      await lockKeys(queries, [from]);
      const row = await queries.first<{ reports: number; oldest: Date | null }>(sql.reported, [
        from,
        later(at, -HOUR),
      ]);
      if (row !== null && row.reports >= MOST_AN_HOUR)
        return { kind: 'too-many', until: later(row.oldest ?? at, HOUR) };
      const values = [reference, person, language, from, at, later(at, REPORT_HOLDS)];
      await queries.changeUnheard(sql.report, values);
      return { kind: 'kept' };
    },
    async findReport(reference, at) {
      const row = await queries.first<{ reference: string; person: string | null; language: Language }>(
        sql.findReport,
        [reference, at],
      );
      return (
        row && {
          reference: row.reference as CorrelationCode,
          person: row.person as PersonId | null,
          language: row.language,
        }
      );
    },
  };
}

function readReset(protection: Protection, row: ResetRow): KeyReset {
  const { decided_by, decided_at, comment_sealed, ended_at, ending } = row;
  return {
    id: row.id as KeyResetId,
    person: row.person as PersonId,
    reason: protection.open(REASON, row.id, row.reason_sealed),
    language: row.language,
    proposedBy: row.proposed_by as PersonId,
    proposedAt: row.proposed_at,
    decided:
      decided_by === null || decided_at === null
        ? null
        : {
            by: decided_by as PersonId,
            at: decided_at,
            comment: comment_sealed === null ? '' : protection.open(COMMENT, row.id, comment_sealed),
          },
    opensAt: row.opens_at,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    ended: ended_at && ending && { at: ended_at, ending, by: row.ended_by as PersonId | null },
  };
}

/** Each kind of link by itself: the one that stops a reset never binds a key. */
function hashSecret(link: KeyResetLink, secret: KeyResetSecret): Buffer {
  return hashId(`key-reset-${link}`, secret);
}
