import type { CaseId, CaseMessage, CaseMessageStore } from '../../domain/casework/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { decodeJson, encodeJson } from '../ground/json.ts';
import type { Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';
import { dayInUtc } from './case-content.ts';

const PLACE = 'case_messages.text_sealed';

/** What the column `question` holds; the moment of the answer has a column of its own. */
type KeptQuestion = Omit<NonNullable<CaseMessage['question']>, 'answeredAt'>;
/** As it was kept while a due day was a moment: 22:00 UTC of that day. */
type OlderQuestion = Omit<KeptQuestion, 'dueOn'> & { readonly dueAt: Date };
type MessageRow = {
  id: string;
  case_id: string;
  agent: string | null;
  text_sealed: Buffer;
  at: Date;
  question: string | null;
  answered_at: Date | null;
};

const add: Statement = {
  name: 'case_messages.add',
  text: `insert into case_messages (id, case_id, agent, text_sealed, at, question, answered_at)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};
const of: Statement = {
  name: 'case_messages.of',
  readsOnly: true,
  text: `select id, case_id, agent, text_sealed, at, question::text, answered_at from case_messages
    where case_id = $1 order by at, id`,
};
const markAnswered: Statement = {
  name: 'case_messages.mark_answered',
  text: 'update case_messages set answered_at = $2 where id = $1 and question is not null and answered_at is null',
};

/** Messages of cases, sealed. */
export function caseMessagesIn({ queries, protection }: StoreContext): CaseMessageStore {
  return {
    async add({ id, case: caseId, from, text, at, question }) {
      const kept: KeptQuestion | null = question && {
        template: question.template,
        documents: question.documents,
        dueOn: question.dueOn,
      };
      await queries.changeUnheard(add, [
        id,
        caseId,
        from.kind === 'agent' ? from.agent : null,
        protection.seal(PLACE, id, text),
        at,
        kept === null ? null : encodeJson(kept),
        question?.answeredAt ?? null,
      ]);
    },
    async of(id) {
      return (await queries.all<MessageRow>(of, [id])).map((row) => readMessage(protection, row));
    },
    async markAnswered(message, at) {
      await queries.changeUnheard(markAnswered, [message, at]);
    },
  };
}

function readMessage(protection: Protection, row: MessageRow): CaseMessage {
  const question = row.question === null ? null : readQuestion(row.question);
  return {
    id: row.id,
    case: row.case_id as CaseId,
    from: row.agent === null ? { kind: 'applicant' } : { kind: 'agent', agent: row.agent as PersonId },
    text: protection.open(PLACE, row.id, row.text_sealed),
    at: row.at,
    question: question && { ...question, answeredAt: row.answered_at },
  };
}

function readQuestion(text: string): KeptQuestion {
  const kept = decodeJson<KeptQuestion | OlderQuestion>(text);
  if (!('dueAt' in kept)) return kept;
  const { dueAt, ...question } = kept;
  return { ...question, dueOn: dayInUtc(dueAt) };
}
