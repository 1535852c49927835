import type { Page as Tab } from 'playwright-core';
import type { CaseState, CaseView, Desk } from '../../src/domain/casework/index.ts';
import type { NationalNumberDigits } from '../../src/domain/person/index.ts';
import type { StaffMember } from '../../src/domain/staff/index.ts';
import { sealChoice } from '../../src/web/cases/case/candidates/seal-choice.ts';
import { candidates, DOCUMENT, keptDocument, PICTURE, rejected, removed } from './candidate-examples.ts';
import {
  caseEvent,
  caseId,
  caseOf,
  caseRow,
  caseView,
  dubois,
  greekApplicant,
  inDays,
  noor,
  personId,
  question,
} from './casework-fixtures.ts';
import { formKey } from './fake-web.ts';

/** One screen of a case: what the desk says, who looks, where, and what is pressed before it is looked at. */
export type CaseScene = {
  readonly name: string;
  readonly path: () => string;
  readonly member?: StaffMember;
  readonly answers: Partial<Desk>;
  readonly act?: (tab: Tab) => Promise<void>;
};

const HOME = `/cases/${caseId(1)}`;
const assigned: CaseState = { kind: 'assigned', agent: noor.person };

export const chosen = () => sealChoice(formKey, caseId(1), { number: '95501799861', search: null });

const events: CaseView['events'] = [
  caseEvent(1, 'submitted', { by: { kind: 'applicant' }, at: inDays(-2) }),
  caseEvent(2, 'assigned', { details: { to: noor.person } }),
  caseEvent(3, 'candidates-viewed', { details: { found: 3 } }),
  caseEvent(4, 'number-viewed', { text: 'The applicant asks whether the number ends in 49.' }),
  caseEvent(5, 'document-viewed', { details: { document: DOCUMENT, page: 1 } }),
  caseEvent(6, 'asked', {
    details: { template: 'ask-birth-place', due: '2026-12-06' },
    text: 'Wo sind Sie geboren?',
  }),
  caseEvent(7, 'reminded', { by: { kind: 'system' } }),
];

/** What an agent proposed although the data differ. */
const linkProposal: CaseState = {
  kind: 'to-confirm',
  agent: dubois.person,
  proposal: {
    kind: 'link',
    number: '88430599732' as NationalNumberDigits,
    registeredName: 'Anna Müller',
    because: 'The birth certificate names the same parents.',
    needs: ['data-differ', 'linked-already', 'staff', 'own-evidence'],
    beside: [],
    counter: 'Stad Lindeberg',
  },
  proposedAt: inDays(-1),
};

/** A desk with one case in this state. */
function desk(
  state: CaseState,
  over: Partial<CaseView> = {},
  more: CaseScene['answers'] = {},
): CaseScene['answers'] {
  const one = caseOf(state);
  return {
    viewCase: async () => ({ kind: 'view', view: caseView(over.case ?? one, { events, ...over }) }),
    findCandidates: async () => ({ kind: 'found', candidates }),
    ...more,
  };
}

const proposal: CaseState = {
  kind: 'to-confirm',
  agent: dubois.person,
  proposal: { kind: 'new-number', because: 'Candidate A has other parents, candidate B is her sister.' },
  proposedAt: inDays(-1),
};

/** Every screen of a case. */
export const scenes: readonly CaseScene[] = [
  {
    name: 'compare',
    path: () => HOME,
    answers: desk(assigned, { related: [caseRow(2, { country: 'AT' })] }),
  },
  {
    name: 'compare-greek',
    path: () => HOME,
    answers: desk(assigned, {
      case: caseOf(assigned, {
        applicant: greekApplicant,
        targetAt: inDays(-3),
        answers: {
          ...caseOf(assigned).answers,
          remark: 'My birth place is not right: it is Patras.\nMy card says so.',
        },
      }),
    }),
  },
  {
    name: 'compare-nobody',
    path: () => HOME,
    answers: desk(assigned, {}, { findCandidates: async () => ({ kind: 'found', candidates: [] }) }),
  },
  { name: 'new', path: () => HOME, answers: desk({ kind: 'new' }, { mine: false }) },
  {
    name: 'locked',
    path: () => HOME,
    answers: desk(
      { kind: 'assigned', agent: dubois.person },
      { mine: false, lock: { case: caseId(1), agent: dubois.person, seenAt: inDays(-0.0014) } },
    ),
  },
  {
    name: 'decided',
    path: () => `${HOME}?done=linked`,
    answers: desk({
      kind: 'decided',
      outcome: { kind: 'linked', number: '95501799861' as never, person: personId(9) },
      by: noor.person,
      confirmedBy: dubois.person,
      at: inDays(-1),
    }),
  },
  {
    name: 'refused',
    path: () => HOME,
    answers: desk({
      kind: 'decided',
      outcome: { kind: 'refused', reason: 'not-identified', text: 'Wir wissen nicht, wer Sie sind.' },
      by: noor.person,
      confirmedBy: null,
      at: inDays(-1),
    }),
  },
  {
    name: 'take-over',
    path: () => `${HOME}/take-over`,
    answers: desk({ kind: 'assigned', agent: dubois.person }, { mine: false }),
  },
  {
    name: 'searched',
    path: () => HOME,
    answers: desk(
      assigned,
      {},
      { searchByHand: async () => ({ kind: 'found', candidates: candidates.slice(1, 2) }) },
    ),
    async act(tab) {
      await tab.locator('.search-by-hand summary').click();
      await tab.locator('#familyName').fill('Müller');
      await tab.locator('#reason').fill('Looked for the maiden name.');
      await tab.locator('.search-by-hand button').click();
    },
  },
  {
    name: 'search-failed',
    path: () => HOME,
    answers: desk(assigned),
    async act(tab) {
      await tab.locator('.search-by-hand summary').click();
      await tab.locator('#birthDate-day').fill('31');
      await tab.locator('#birthDate-month').fill('2');
      await tab.locator('.search-by-hand button').click();
    },
  },
  { name: 'number', path: () => `${HOME}/number/${chosen()}`, answers: desk(assigned) },
  {
    name: 'number-shown',
    path: () => `${HOME}/number/${chosen()}`,
    answers: desk(assigned),
    async act(tab) {
      await tab.locator('#reason').fill('The applicant called about it.');
      await tab.locator('main form .btn').click();
    },
  },
  { name: 'gone', path: () => `${HOME}/number/x`, answers: desk(assigned) },
  { name: 'decide', path: () => `${HOME}/decide`, answers: desk(assigned) },
  {
    name: 'decide-failed',
    path: () => `${HOME}/decide`,
    answers: desk(assigned),
    act: async (tab) => tab.locator('main form .btn').click(),
  },
  { name: 'link', path: () => `${HOME}/link/${chosen()}`, answers: desk(assigned) },
  {
    name: 'link-linked',
    path: () => `${HOME}/link/${sealChoice(formKey, caseId(1), { number: '88430599732', search: null })}`,
    answers: desk(assigned),
    act: async (tab) => tab.locator('button[value=go]').click(),
  },
  {
    name: 'changed',
    path: () => `${HOME}/link/${chosen()}`,
    answers: desk(
      assigned,
      {},
      {
        linkToPerson: async () => ({
          kind: 'changed',
          case: caseOf(assigned),
          since: [
            caseEvent(8, 'document-added', { by: { kind: 'applicant' } }),
            caseEvent(9, 'contact-changed', { by: { kind: 'applicant' } }),
          ],
        }),
      },
    ),
    async act(tab) {
      await tab.locator('#comment').fill('Same person: the previous name is on the card.');
      await tab.locator('button[value=go]').click();
    },
  },
  { name: 'new-number', path: () => `${HOME}/new-number`, answers: desk(assigned) },
  {
    name: 'new-number-failed',
    path: () => `${HOME}/new-number`,
    answers: desk(assigned, {
      case: caseOf(assigned, { answers: { ...caseOf(assigned).answers, birthPlace: null, address: null } }),
    }),
    act: async (tab) => tab.locator('button[value=go]').click(),
  },
  { name: 'ask', path: () => `${HOME}/ask`, answers: desk(assigned) },
  {
    name: 'ask-failed',
    path: () => `${HOME}/ask?dueOn-day=1&dueOn-month=13&dueOn-year=2026`,
    answers: desk(assigned),
  },
  {
    name: 'ask-text',
    path: () => `${HOME}/ask?template=ask-document-both-sides&dueOn-day=6&dueOn-month=12&dueOn-year=2026`,
    answers: desk(assigned),
  },
  {
    name: 'ask-preview',
    path: () => `${HOME}/ask?template=ask-document-both-sides&dueOn-day=6&dueOn-month=12&dueOn-year=2026`,
    answers: desk(assigned),
    async act(tab) {
      await tab.locator('input[value=identity-back]').check();
      await tab.locator('button[value=go]').click();
    },
  },
  { name: 'hand-over', path: () => `${HOME}/hand-over`, answers: desk(assigned) },
  { name: 'refuse', path: () => `${HOME}/refuse`, answers: desk(assigned) },
  { name: 'refuse-text', path: () => `${HOME}/refuse?reason=false-data`, answers: desk(assigned) },
  {
    name: 'refuse-preview',
    path: () => `${HOME}/refuse?reason=false-data`,
    answers: desk(assigned),
    act: async (tab) => tab.locator('button[value=go]').click(),
  },
  { name: 'confirm', path: () => `${HOME}/confirm`, answers: desk(proposal) },
  {
    name: 'confirm-link',
    path: () => `${HOME}/confirm`,
    answers: desk(linkProposal, { documents: [keptDocument()] }),
  },
  { name: 'confirm-own', path: () => `${HOME}/confirm`, member: dubois, answers: desk(proposal) },
  {
    name: 'reopen',
    path: () => `${HOME}/reopen`,
    answers: desk({ kind: 'withdrawn', at: inDays(-1) }, { mine: false }),
  },
  {
    name: 'messages',
    path: () => `${HOME}/messages`,
    answers: desk(assigned, {
      messages: [
        question,
        {
          id: 'm2',
          case: caseId(1),
          from: { kind: 'applicant' },
          text: 'Hier ist das Foto.\nViele Grüße',
          at: inDays(0),
          question: null,
        },
      ],
      mails: [
        {
          id: '1',
          template: 'question-asked',
          language: 'de',
          createdAt: inDays(-1),
          sentAt: inDays(-1),
          attempts: 1,
          lastError: null,
          bounced: null,
        },
        {
          id: '2',
          template: 'answer-reminder',
          language: 'de',
          createdAt: inDays(-1),
          sentAt: null,
          attempts: 1,
          lastError: '550',
          bounced: { at: inDays(-1), code: '550' },
        },
        {
          id: '3',
          template: null,
          language: 'de',
          createdAt: inDays(-1),
          sentAt: null,
          attempts: 0,
          lastError: null,
          bounced: null,
        },
      ],
    }),
  },
  {
    name: 'documents',
    path: () => `${HOME}/documents`,
    answers: desk(assigned, { documents: [keptDocument(), rejected, removed] }),
  },
  {
    name: 'document',
    path: () => `${HOME}/documents/${DOCUMENT}`,
    answers: desk(
      assigned,
      { documents: [keptDocument({ scan: 'not-scanned' })] },
      { viewDocumentPage: async () => ({ kind: 'page', type: 'image/png', bytes: PICTURE }) },
    ),
  },
  {
    name: 'reject',
    path: () => `${HOME}/documents/${DOCUMENT}/reject`,
    answers: desk(assigned, { documents: [keptDocument()] }),
  },
  {
    name: 'history',
    path: () => `${HOME}/history`,
    answers: desk(assigned, { documents: [keptDocument()] }),
  },
  {
    name: 'notes',
    path: () => `${HOME}/notes`,
    answers: desk(assigned, {
      notes: [
        { id: 'n1', by: dubois.person, at: inDays(-1), text: 'Called the embassy: the card is real.' },
        { id: 'n2', by: noor.person, at: inDays(-1), text: '[draft: ask]\nWo sind Sie geboren?' },
      ],
    }),
  },
  { name: 'links', path: () => '/cases/links', answers: {} },
  { name: 'links-found', path: () => `${HOME}/links`, answers: {} },
  {
    name: 'links-failed',
    path: () => `${HOME}/links`,
    answers: {},
    act: async (tab) => tab.locator('main form .btn').click(),
  },
];
