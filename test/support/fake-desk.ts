import type { Case, Desk, DeskAnswer, SavedList } from '../../src/domain/casework/index.ts';
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
import { type Call, recordActs } from './fake-acts.ts';

/** A desk that says what the test wants and remembers what it was asked. Without more it answers as if all went well. */
export type FakeDesk = {
  readonly desk: Desk;
  /** What reached it, in order. */
  readonly calls: Call<keyof Desk>[];
  /** Answers of this test, by the name of the act. */
  answers: Partial<Desk>;
  saved: readonly SavedList[];
  /** What was asked of one act, in order. */
  asked(name: keyof Desk): readonly Call['given'][];
};

/** Opens a fake desk; `answers` replace what it would say. */
export function openFakeDesk(answers: Partial<Desk> = {}): FakeDesk {
  const own: Desk = {
    ...answersOf(),
    readSavedLists: async () => fake.saved,
    async saveList({ name, query }) {
      if (name.trim() === '') return { kind: 'wrong', errors: [{ field: 'name', code: 'empty' }] };
      fake.saved = [...fake.saved, { id: `view-${fake.saved.length + 1}`, name, query }];
      return { kind: 'added' };
    },
    async removeSavedList({ id }) {
      fake.saved = fake.saved.filter((view) => view.id !== id);
    },
  };
  const calls: FakeDesk['calls'] = [];
  const fake: FakeDesk = {
    answers,
    calls,
    saved: [],
    asked: (name) => calls.filter((call) => call.name === name).map(({ given }) => given),
    desk: recordActs<Desk>(
      Object.keys(own) as (keyof Desk)[],
      (call) => calls.push(call),
      (name) => fake.answers[name] ?? own[name],
    ),
  };
  return fake;
}

function answersOf(): Omit<Desk, 'readSavedLists' | 'saveList' | 'removeSavedList'> {
  const one = caseOf({ kind: 'assigned', agent: noor.person });
  const done = async (): Promise<DeskAnswer & { readonly kind: 'done'; readonly case: Case }> => ({
    kind: 'done',
    case: one,
  });
  return {
    countCases: async () => ({
      open: 148,
      mine: 12,
      unassigned: 40,
      late: 9,
      waiting: 31,
      toConfirm: 3,
      decidedThisWeek: 86,
    }),
    listCases: async () => ({
      rows: caseRows,
      total: caseRows.length,
      atLeast: false,
      names: agentNames,
      countries: ['DE', 'EE', 'EL', 'PL', 'PT'],
    }),
    listAgents: async () => colleagues,
    takeNextCase: async () => ({ kind: 'taken', case: one }),
    assignCases: async ({ cases }) => ({ assigned: cases, taken: [], names: agentNames }),
    releaseOwnCase: done,
    viewCase: async () => ({ kind: 'view', view: caseView(one) }),
    takeOverCase: done,
    findCandidates: async () => ({ kind: 'found', candidates: [candidate()] }),
    searchByHand: async () => ({ kind: 'found', candidates: [] }),
    revealNumber: done,
    linkToPerson: done,
    proposeNumber: done,
    confirmProposal: done,
    sendBackProposal: done,
    askQuestion: done,
    writeMessage: done,
    handOverToOffice: done,
    refuseRequest: done,
    reopenRequest: done,
    addNote: done,
    keepDraft: done,
    viewDocumentPage: async () => ({
      kind: 'page',
      type: 'image/png',
      bytes: new Uint8Array([137, 80, 78, 71]),
    }),
    rejectDocument: done,
    listLinks: async () => ({
      kind: 'found',
      person: personId(9),
      name: 'Anna Katharina Müller',
      links: [{ link: linkRemoval.link, country: 'DE', since: inDays(-200), source: 'agent' }],
    }),
    proposeLinkRemoval: async () => ({ kind: 'proposed', id: linkRemoval.id }),
    decideLinkRemoval: async ({ remove }) => ({ kind: remove ? 'removed' : 'kept' }),
    listLinkRemovals: async () => ({ removals: [linkRemoval], names: agentNames }),
    countLinkRemovals: async () => 1,
    draftText: async () => ({
      kind: 'text',
      language: 'de',
      text: 'Guten Tag Anna Katharina Müller,\n\nWir brauchen noch ein Foto Ihres Ausweises.',
    }),
  };
}
