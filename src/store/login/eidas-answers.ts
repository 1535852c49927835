import type { AttemptId, ReadAhead, ReceivedAnswer, ReceivedAnswerStore } from '../../login/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { decodeJson, encodeJson } from '../ground/json.ts';
import { hashId, type Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';
import { hashIdentifier, type LinkRow, readLink, selectLiveLink } from '../persons/index.ts';
import { type AttemptRow, keyOfAttempt, readAttempt, selectAttempt } from './attempts.ts';
import { type PersonAheadRow, readPersonAhead, withPerson } from './person-ahead.ts';

const PLACE = 'eidas_answers.content';

type Content = {
  readonly attempt: AttemptId;
  readonly answer: ReceivedAnswer['answer'];
  /** Absent from what the program before wrote. */
  readonly receivedAt?: Date;
};

type AnswerRow = { answer: Buffer; taken_at: Date | null; answer_expires_at: Date };
/** Of each part that there is not, every column is null. */
type AheadRow = AnswerRow & (AttemptRow | { content: null }) & (LinkRow | { id: null }) & PersonAheadRow;

const ANSWER_COLUMNS = 'brought.content as answer, brought.taken_at, brought.expires_at as answer_expires_at';

const keep: Statement = {
  name: 'eidas_answers.keep',
  text: `insert into eidas_answers (handle_hash, content, expires_at, attempt_hash, country, identifier_hash)
    values ($1, $2, $3, $4, $5, $6)`,
};
const find: Statement = {
  name: 'eidas_answers.find',
  readsOnly: true,
  text: `select ${ANSWER_COLUMNS} from eidas_answers brought where brought.handle_hash = $1`,
};
const ahead = withPerson('link.person', 'attempt.application');
// Each part is looked up by what the part before it brought: one row, though the planner would guess one of every window.
const findWithWhatFollows: Statement = {
  name: 'eidas_answers.find_with_what_follows',
  readsOnly: true,
  text: `select ${ANSWER_COLUMNS}, attempt.*, link.*, ${ahead.columns}
    from (select content, taken_at, expires_at, attempt_hash, country, identifier_hash from eidas_answers
        where handle_hash = $1 limit 1) brought
    left join lateral (${selectAttempt('brought.attempt_hash')} limit 1) attempt on true
    left join lateral (${selectLiveLink('brought.country', 'brought.identifier_hash')} limit 1) link on true
    ${ahead.joins}`,
};
const take: Statement = {
  name: 'eidas_answers.take',
  text: 'update eidas_answers set taken_at = $2 where handle_hash = $1 and taken_at is null and expires_at > $2',
};

/** Answers of member states between the POST that brought them and the GET that fetches them. */
export function eidasAnswersIn({ queries, protection, ensurePartition }: StoreContext): ReceivedAnswerStore {
  return {
    async keep(handle, { attempt, answer, receivedAt }, expiresAt) {
      await ensurePartition('eidas_answers', expiresAt);
      const content: Content = { attempt, answer, receivedAt };
      const key = hashId('eidas-answer', handle);
      const sealed = protection.seal(PLACE, key, encodeJson(content));
      const identity = answer.kind === 'authenticated' ? answer.identity : null;
      await queries.changeUnheard(keep, [
        key,
        sealed,
        expiresAt,
        keyOfAttempt(attempt),
        identity?.country ?? null,
        identity && hashIdentifier(protection, identity.identifier),
      ]);
    },
    async find(handle, at) {
      const key = hashId('eidas-answer', handle);
      const row = await queries.first<AnswerRow>(find, [key]);
      return row === null ? null : readAnswer(protection, key, row, at);
    },
    async findWithWhatFollows(handle, at) {
      const key = hashId('eidas-answer', handle);
      const row = await queries.first<AheadRow>(findWithWhatFollows, [key]);
      if (row === null) return null;
      const received = readAnswer(protection, key, row, at);
      return { received, ahead: readAhead(protection, received, row) };
    },
    take: (handle, at) => queries.changeSurely(take, [hashId('eidas-answer', handle), at]),
  };
}

function readAnswer(protection: Protection, key: Buffer, row: AnswerRow, at: Date): ReceivedAnswer {
  const content = decodeJson<Content>(protection.open(PLACE, key, row.answer));
  const { attempt, answer, receivedAt = at } = content;
  return { attempt, answer, receivedAt, taken: row.taken_at !== null, isOver: row.answer_expires_at <= at };
}

function readAhead(protection: Protection, received: ReceivedAnswer, row: AheadRow): ReadAhead {
  const link = row.id === null ? null : readLink(protection, row);
  const of = { id: received.attempt, key: keyOfAttempt(received.attempt) };
  return {
    attempt: row.content === null ? null : readAttempt(protection, of, row),
    link,
    person: readPersonAhead(protection, link?.person ?? null, row),
  };
}
