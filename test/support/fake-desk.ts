import type { Case, Desk, DeskAnswer, SavedView } from '../../src/domain/casework/index.ts';
import {
  agentNames,
  candidate,
  caseOf,
  caseRows,
  caseView,
  colleagues,
  inDays,
  linkRemoval,
  noor,
  personId,
} from './casework-fixtures.ts';

type Methods = Omit<Desk, 'views'>;
type Call = {
  readonly name: keyof Methods | `views.${keyof Desk['views']}`;
  readonly given: readonly unknown[];
};

/** A desk that says what the test wants and remembers what it was asked. Without more it answers as if all went well. */
export type FakeDesk = {
  readonly desk: Desk;
  /** What reached it, in order, without the agent who asked. */
  readonly calls: Call[];
  /** Answers of this test, by the name of the method. */
  answers: Partial<Methods>;
  saved: readonly SavedView[];
  /** What was asked of one method, in order. */
  asked(name: Call['name']): readonly (readonly unknown[])[];
};

/** Opens a fake desk; `answers` replace what it would say. */
export function openFakeDesk(answers: Partial<Methods> = {}): FakeDesk {
  const own = answersOf();
  const calls: Call[] = [];
  const recording =
    (name: keyof Methods) =>
    (agent: unknown, ...given: readonly unknown[]) => {
      calls.push({ name, given });
      const answer = (fake.answers[name] ?? own[name]) as (...all: readonly unknown[]) => unknown;
      return answer(agent, ...given);
    };
  const methods = Object.fromEntries(
    Object.keys(own).map((name) => [name, recording(name as keyof Methods)]),
  ) as Methods;
  const fake: FakeDesk = {
    answers,
    calls,
    saved: [],
    asked: (name) => calls.filter((call) => call.name === name).map(({ given }) => given),
    desk: {
      ...methods,
      views: {
        of: async () => fake.saved,
        async add(_agent, name, query) {
          calls.push({ name: 'views.add', given: [name, query] });
          if (name.trim() === '') return { kind: 'wrong', errors: [{ field: 'name', code: 'empty' }] };
          fake.saved = [...fake.saved, { id: `view-${fake.saved.length + 1}`, name, query }];
          return { kind: 'added' };
        },
        async remove(_agent, id) {
          calls.push({ name: 'views.remove', given: [id] });
          fake.saved = fake.saved.filter((view) => view.id !== id);
        },
      },
    },
  };
  return fake;
}

function answersOf(): Methods {
  const one = caseOf({ kind: 'assigned', agent: noor.person });
  const done = async (): Promise<DeskAnswer & { readonly kind: 'done'; readonly case: Case }> => ({
    kind: 'done',
    case: one,
  });
  return {
    counts: async () => ({
      open: 148,
      mine: 12,
      unassigned: 40,
      late: 9,
      waiting: 31,
      toConfirm: 3,
      decidedThisWeek: 86,
    }),
    list: async () => ({
      rows: caseRows,
      total: caseRows.length,
      atLeast: false,
      names: agentNames,
      countries: ['DE', 'EE', 'EL', 'PL', 'PT'],
    }),
    agents: async () => colleagues,
    takeNext: async () => ({ kind: 'taken', case: one }),
    assign: async (_agent, cases) => ({ assigned: cases, taken: [], names: agentNames }),
    release: done,
    view: async () => ({ kind: 'view', view: caseView(one) }),
    takeOver: done,
    candidates: async () => ({ kind: 'found', candidates: [candidate()] }),
    search: async () => ({ kind: 'found', candidates: [] }),
    revealNumber: done,
    link: done,
    proposeNumber: done,
    confirm: done,
    sendBack: done,
    ask: done,
    write: done,
    handOver: done,
    refuse: done,
    reopen: done,
    addNote: done,
    keepDraft: done,
    viewDocument: async () => ({ kind: 'page', type: 'image/png', bytes: new Uint8Array([137, 80, 78, 71]) }),
    rejectDocument: done,
    linksOf: async () => ({
      kind: 'found',
      person: personId(9),
      name: 'Anna Katharina Müller',
      links: [{ link: linkRemoval.link, country: 'DE', since: inDays(-200), source: 'agent' }],
    }),
    proposeRemoval: async () => ({ kind: 'proposed', id: linkRemoval.id }),
    decideRemoval: async (_agent, _id, { remove }) => ({ kind: remove ? 'removed' : 'kept' }),
    removals: async () => ({ removals: [linkRemoval], names: agentNames }),
    countRemovals: async () => 1,
    draftText: async () => ({
      kind: 'text',
      language: 'de',
      text: 'Guten Tag Anna Katharina Müller,\n\nWir brauchen noch ein Foto Ihres Ausweises.',
    }),
  };
}
