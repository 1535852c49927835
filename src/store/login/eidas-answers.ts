import type { AttemptId, ReceivedAnswer, ReceivedAnswerStore } from '../../login/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { decodeJson, encodeJson } from '../ground/json.ts';
import { hashId } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

const PLACE = 'eidas_answers.content';

type Content = {
  readonly attempt: AttemptId;
  readonly answer: ReceivedAnswer['answer'];
  /** Absent from what the program before wrote. */
  readonly receivedAt?: Date;
};

type AnswerRow = { content: Buffer; taken_at: Date | null; expires_at: Date };

const keep: Statement = {
  name: 'eidas_answers.keep',
  text: 'insert into eidas_answers (handle_hash, content, expires_at) values ($1, $2, $3)',
};
const find: Statement = {
  name: 'eidas_answers.find',
  readsOnly: true,
  text: 'select content, taken_at, expires_at from eidas_answers where handle_hash = $1',
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
      await queries.changeUnheard(keep, [key, sealed, expiresAt]);
    },
    async find(handle, at) {
      const key = hashId('eidas-answer', handle);
      const row = await queries.first<AnswerRow>(find, [key]);
      if (row === null) return null;
      const {
        attempt,
        answer,
        receivedAt = at,
      } = decodeJson<Content>(protection.open(PLACE, key, row.content));
      return { attempt, answer, receivedAt, taken: row.taken_at !== null, isOver: row.expires_at <= at };
    },
    take: (handle, at) => queries.changeSurely(take, [hashId('eidas-answer', handle), at]),
  };
}
