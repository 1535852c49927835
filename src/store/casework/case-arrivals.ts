import type { ArrivingFile, CaseArrivalStore } from '../../domain/casework/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';

const add: Statement = {
  name: 'case_arrivals.add',
  // What came for a question before this one waits for nothing any more.
  text: `with former as (delete from case_arrivals where case_id = $2 and question <> $3)
    insert into case_arrivals (id, case_id, question, arrived_at)
    select $1, $2, $3, $4 where (select count(*) from case_arrivals where case_id = $2 and question = $3) < $5`,
};
const remove: Statement = { name: 'case_arrivals.remove', text: 'delete from case_arrivals where id = $1' };
const of: Statement = {
  name: 'case_arrivals.of',
  readsOnly: true,
  text: 'select id, arrived_at as at from case_arrivals where case_id = $1 and question = $2 order by arrived_at',
};
/** More files at a time than a question takes change nothing. */
const MOST = 20;

/** Files that came for a question and are looked at. */
export function caseArrivalsIn({ queries }: StoreContext): CaseArrivalStore {
  return {
    async add({ id, case: caseId, question, at }) {
      await queries.change(add, [id, caseId, question, at, MOST]);
    },
    async remove(id) {
      await queries.change(remove, [id]);
    },
    of: (caseId, question) => queries.all<ArrivingFile>(of, [caseId, question]),
  };
}
