import type { Case, Counter } from '../../src/domain/casework/index.ts';
import { caseOf, caseRow, inDays, personId } from './casework-fixtures.ts';
import { lindeberg } from './offices.ts';

/** A case that an agent sent to a registration office. */
export const atOffice = caseOf(
  { kind: 'handed-over', office: lindeberg.name, by: personId(1), at: inDays(-1) },
  { handedTo: lindeberg.organisation },
);

export type FakeCounter = {
  readonly counter: Counter;
  /** What reached it, in order. */
  readonly calls: { readonly name: keyof Counter; readonly given: readonly unknown[] }[];
};

/** A counter that knows one case; `answers` replace what it would say. */
export function openFakeCounter(answers: Partial<Counter> = {}, one: Case = atOffice): FakeCounter {
  const calls: FakeCounter['calls'] = [];
  const own: Counter = {
    list: async () => ({
      rows: [
        { ...caseRow(1), state: 'handed-over', isHere: true },
        { ...caseRow(2), isHere: false },
      ],
      hasMore: false,
      counts: { open: 2, waiting: 0, done: 0 },
    }),
    open: async () => ({ kind: 'opened', case: one }),
    findByReference: async (_officer, reference) => (reference === one.reference ? one : null),
    find: async (_officer, id) => (id === one.id ? one : null),
    recordNumber: async () => ({ kind: 'done', case: one }),
    ...answers,
  };
  return {
    calls,
    counter: {
      open(...given) {
        calls.push({ name: 'open', given });
        return own.open(...given);
      },
      list(...given) {
        calls.push({ name: 'list', given });
        return own.list(...given);
      },
      findByReference: own.findByReference,
      find: own.find,
      recordNumber(...given) {
        calls.push({ name: 'recordNumber', given });
        return own.recordNumber(...given);
      },
    },
  };
}
