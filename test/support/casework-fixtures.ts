import { addDays, dayOf } from '../../src/base/calendar.ts';
import { DAY, later } from '../../src/base/time.ts';
import type {
  Case,
  CaseEvent,
  CaseId,
  CaseMessage,
  CaseRow,
  CaseState,
  CaseView,
  LinkRemoval,
  ShownCandidate,
} from '../../src/domain/casework/index.ts';
import { type PersonId, parseNationalNumber } from '../../src/domain/person/index.ts';
import type { StaffMember, StaffRight } from '../../src/domain/staff/index.ts';
import { lindeberg } from './offices.ts';
import { testMember } from './test-member.ts';
import { anna, eleni, klip, NOW } from './web-fixtures.ts';

/** Cases and the people who work on them, for the tests of pages. All made up; brands are cast, as only tests may. */
export const caseId = (place: number) =>
  `00000000-0000-4000-8000-${String(place).padStart(12, '0')}` as CaseId;
export const personId = (place: number) =>
  `11111111-0000-4000-8000-${String(place).padStart(12, '0')}` as PersonId;

/** Beyond the fixed moment of the tests of pages, in days. */
export const inDays = (days: number) => later(NOW, days * DAY);

function member(place: number, name: string, rights: readonly StaffRight[]) {
  return testMember({
    person: personId(place),
    name,
    organisation: 'organisation' as StaffMember['organisation'],
    organisationName: 'Federale Dienst Identificatie',
    rights,
    authenticatedAt: NOW,
  });
}

export const noor = member(1, 'Noor Claes', ['case-agent']);
export const dubois = member(2, 'Mathieu Dubois', ['case-agent']);
export const lead = member(3, 'Hilde Maes', ['case-agent', 'case-lead']);
export const officer = testMember({
  ...member(4, 'Jan De Smet', ['registration-officer']),
  organisation: lindeberg.organisation,
});
export const colleagues = [noor, dubois, lead];
export const agentNames: ReadonlyMap<PersonId, string> = new Map(
  [...colleagues, officer, { person: personId(9), name: 'Anna Katharina Müller' }].map(({ person, name }) => [
    person,
    name,
  ]),
);

const references = ['SLU-2M9D-K7PX', 'SLU-7K3F-92QD', 'SLU-22MD-J0XA', 'SLU-91PR-77GT', 'SLU-03EE-45RK'];

export function caseRow(place: number, over: Partial<CaseRow> = {}): CaseRow {
  return {
    id: caseId(place),
    reference: references[place % references.length] as CaseRow['reference'],
    name: 'Anna Katharina Müller',
    country: 'DE',
    origin: 'eidas',
    state: 'new',
    outcome: null,
    language: 'de',
    assignee: null,
    submittedAt: inDays(-2),
    targetAt: inDays(5),
    dueOn: null,
    repliedAfter: null,
    changedAt: inDays(-1),
    ...over,
  };
}

/** One row per thing that a row can show. */
export const caseRows: readonly CaseRow[] = [
  caseRow(1, { state: 'answered', assignee: noor.person, targetAt: inDays(-8) }),
  caseRow(2, {
    name: 'João Wolfeschlegelsteinhausenbergerdorff-Pereira',
    country: 'PT',
    state: 'waiting',
    assignee: noor.person,
    dueOn: addDays(dayOf(NOW), 9),
    language: 'en',
  }),
  caseRow(3, { name: 'Zofia Żółkiewska', country: 'PL', language: 'en', targetAt: NOW }),
  caseRow(4, {
    name: 'Õie Saar',
    country: 'EE',
    origin: 'office',
    state: 'to-confirm',
    assignee: dubois.person,
    targetAt: inDays(-1),
  }),
  caseRow(5, {
    name: '<b>Eleni</b> =1+1',
    country: 'EL',
    state: 'decided',
    outcome: 'linked',
    targetAt: null,
  }),
];

export function caseOf(state: CaseState, over: Partial<Case> = {}): Case {
  return {
    id: caseId(1),
    reference: 'SLU-2M9D-K7PX' as Case['reference'],
    version: 4,
    origin: 'eidas',
    openedBy: null,
    handedTo: null,
    applicant: {
      familyName: anna.familyName,
      givenNames: anna.givenNames,
      birthName: null,
      birthDate: { year: 1995, month: 10, day: 17 },
      country: 'DE',
      identity: anna,
    },
    answers: {
      previousNames: ['Anna Katharina Schmidt'],
      remark: null,
      birthPlace: 'Berlin',
      birthCountry: 'DE',
      sex: 'female',
      nationalities: ['DE'],
      address: { lines: 'Lindenstraße 4', postcode: '10969', municipality: 'Berlin', country: 'DE' },
      document: { type: 'identity-card', number: 'L01X00T47', issuedBy: 'DE', expiresOn: '2031-05-01' },
      email: 'anna@example.eu',
      pendingEmail: null,
      emailConfirmedAt: inDays(-2),
      telephone: null,
      language: 'de',
    },
    reason: 'not-sure',
    application: klip.id,
    state,
    repliedAfter: null,
    openedAt: inDays(-3),
    submittedAt: inDays(-2),
    targetAt: inDays(5),
    changedAt: inDays(-1),
    ...over,
  };
}

export const greekApplicant: Case['applicant'] = {
  ...caseOf({ kind: 'new' }).applicant,
  familyName: eleni.familyName,
  givenNames: eleni.givenNames,
  birthName: eleni.birthName,
  country: 'EL',
  identity: eleni,
};

export function caseEvent(place: number, kind: CaseEvent['kind'], over: Partial<CaseEvent> = {}): CaseEvent {
  return {
    id: `22222222-0000-4000-8000-${String(place).padStart(12, '0')}`,
    case: caseId(1),
    at: inDays(-1),
    kind,
    by: { kind: 'agent', person: dubois.person },
    text: null,
    details: {},
    ...over,
  };
}

export const question: CaseMessage = {
  id: '33333333-0000-4000-8000-000000000001',
  case: caseId(1),
  from: { kind: 'agent', agent: noor.person },
  text: 'Send us a clear picture of both sides of your identity card.',
  at: inDays(-1),
  question: {
    template: 'ask-document-both-sides',
    documents: ['identity-front', 'identity-back'],
    dueOn: addDays(dayOf(NOW), 13),
    answeredAt: null,
  },
};

export function caseView(one: Case, over: Partial<CaseView> = {}): CaseView {
  return {
    case: one,
    messages: [],
    documents: [],
    notes: [],
    events: [
      caseEvent(1, 'submitted', { by: { kind: 'applicant' }, at: inDays(-2) }),
      caseEvent(2, 'assigned', { by: { kind: 'agent', person: noor.person } }),
    ],
    mails: [],
    related: [],
    lock: null,
    mine: true,
    removals: [],
    drafts: [],
    names: agentNames,
    ...over,
  };
}

export const linkRemoval: LinkRemoval = {
  id: '44444444-0000-4000-8000-000000000001',
  link: '55555555-0000-4000-8000-000000000001',
  case: caseId(1),
  person: personId(9),
  country: 'DE',
  reason: 'The person wrote that this eID is not theirs.',
  proposedBy: dubois.person,
  proposedAt: inDays(-1),
  decided: null,
};

/** A person of the register that Anna might be. */
export function candidate(over: Partial<ShownCandidate> = {}, digits = '95501799861'): ShownCandidate {
  const parsed = parseNationalNumber(digits, NOW);
  if (parsed.kind !== 'parsed') throw new Error('the number of the example does not parse');
  return {
    person: {
      number: parsed.number,
      familyName: 'Mueller',
      givenNames: 'Anna Katharina',
      birthDate: { year: 1995, month: 10, day: 17 },
      birthPlace: 'Köln',
      sex: 'female',
      nationality: 'DE',
      address: { street: 'Kerkstraat 1', postcode: '9300', municipality: 'Aalst', country: 'BE' },
    },
    strength: 'strong',
    points: 87,
    reasons: ['birth-date-same', 'family-name-same-after-transliteration', 'given-names-same'],
    comparisons: [
      { field: 'familyName', verdict: 'different', registered: 'Mueller' },
      { field: 'givenNames', verdict: 'same', registered: 'Anna Katharina' },
      { field: 'previousNames', verdict: 'missing', registered: null },
      { field: 'birthDate', verdict: 'same', registered: '1995-10-17' },
      { field: 'birthPlace', verdict: 'different', registered: 'Köln' },
      { field: 'sex', verdict: 'same', registered: 'female' },
      { field: 'nationality', verdict: 'same', registered: 'DE' },
    ],
    linked: [],
    needs: [],
    ...over,
  };
}
