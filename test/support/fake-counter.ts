import type { Case, Counter } from '../../src/domain/casework/index.ts';
import { caseOf, caseRow, inDays, personId } from './casework-fixtures.ts';
import { type Call, recordActs } from './fake-acts.ts';
import { lindeberg } from './offices.ts';

/** A case that an agent sent to a registration office. */
export const atOffice = caseOf(
  { kind: 'handed-over', office: lindeberg.name, by: personId(1), at: inDays(-1) },
  { handedTo: lindeberg.organisation },
);

export type FakeCounter = {
  readonly counter: Counter;
  /** What reached it, in order. */
  readonly calls: Call<keyof Counter>[];
};

/** A counter that knows one case; `answers` replace what it would say. */
export function openFakeCounter(answers: Partial<Counter> = {}, one: Case = atOffice): FakeCounter {
  const calls: FakeCounter['calls'] = [];
  const own: Counter = {
    listAtCounter: async () => ({
      rows: [
        { ...caseRow(1), state: 'handed-over', isHere: true },
        { ...caseRow(2), isHere: false },
      ],
      hasMore: false,
      counts: { open: 2, waiting: 0, done: 0 },
    }),
    openAtCounter: async () => ({ kind: 'opened', case: one }),
    findByReference: async ({ reference }) => (reference === one.reference ? one : null),
    findAtCounter: async ({ case: id }) => (id === one.id ? one : null),
    recordNumber: async () => ({ kind: 'done', case: one }),
    ...answers,
  };
  const watched = ['listAtCounter', 'openAtCounter', 'recordNumber'] as const;
  return {
    calls,
    counter: {
      ...own,
      ...recordActs<Counter>(
        watched,
        (call) => calls.push(call),
        (name) => own[name],
      ),
    },
  };
}
