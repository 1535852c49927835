import { Redacted } from '../../src/base/redacted.ts';
import type { Asked, CaseMessage, RequestView, StatusStep } from '../../src/domain/casework/index.ts';
import type { KeptDocument } from '../../src/domain/documents/index.ts';
import { at, documentExample, question, requestView } from './fake-requests.ts';
import { NOW } from './web-fixtures.ts';

const answer: CaseMessage = {
  ...question,
  id: '5a2d3f10-8f0d-4a63-9a3e-0c3d7c1f2b03',
  from: { kind: 'applicant' },
  text: 'My father wrote our name as Παπαδοπούλου.',
  question: null,
};

/** The steps of a request up to one of them. */
function stepsTo(now: StatusStep['step'], state: StatusStep['state'] = 'now'): readonly StatusStep[] {
  const all = ['received', 'asked', 'checked', 'decision', 'number', 'access'] as const;
  const index = all.indexOf(now);
  return all.map((step, place) => ({
    step,
    state: place < index ? 'done' : place === index ? state : state === 'stopped' ? 'stopped' : 'to-come',
    at: place < index ? at(20 + place) : null,
    who: step === 'received' || step === 'asked' ? 'applicant' : step === 'access' ? 'organisation' : 'agent',
  }));
}

const sentAt = {
  submittedAt: at(20),
  messages: [question, answer],
  usualDays: 4,
  expectedDays: 4,
} as const;
const asked = (back: Date | null): Asked => ({
  question,
  things: [
    { kind: 'document', document: 'identity-front', arrivedAt: at(22) },
    { kind: 'document', document: 'identity-back', arrivedAt: back },
  ],
});
const replying = { mayAskAgain: true, reply: { until: '2026-12-22', isOpen: true } } as const;
const over = { mayUpload: false, mayWithdraw: false } as const;

/** A request in every stage after it was sent. */
export const sentRequests = {
  'in-progress': requestView({
    ...sentAt,
    stage: { kind: 'in-progress' },
    steps: stepsTo('checked'),
    documents: [documentExample()],
  }),
  'just-sent': requestView({
    submittedAt: at(22),
    stage: { kind: 'in-progress' },
    steps: stepsTo('checked'),
  }),
  'action-needed': requestView({
    ...sentAt,
    stage: { kind: 'action-needed', question, dueOn: '2026-12-05' },
    asked: asked(null),
    steps: stepsTo('asked', 'action-needed'),
    documents: [
      documentExample(),
      documentExample({
        id: '7c1d2e30-1111-4a63-9a3e-0c3d7c1f2b10' as KeptDocument['id'],
        kind: 'passport',
        rejected: { at: NOW, reason: new Redacted('We cannot read the number.') },
      }),
    ],
  }),
  answered: requestView({
    ...sentAt,
    stage: { kind: 'answered', at: at(22) },
    asked: asked(at(22)),
    steps: stepsTo('checked'),
    documents: [documentExample()],
  }),
  replied: requestView({ ...sentAt, stage: { kind: 'replied', at: at(22) }, steps: stepsTo('checked') }),
  'handed-over': requestView({
    ...sentAt,
    stage: { kind: 'handed-over', office: 'Stad Lindeberg' },
    steps: stepsTo('checked'),
    mayUpload: false,
  }),
  'number-assigned': requestView({
    ...sentAt,
    ...over,
    stage: { kind: 'number-assigned', at: at(22) },
    steps: stepsTo('access'),
    number: '95501700149',
  }),
  linked: requestView({
    ...sentAt,
    ...over,
    stage: { kind: 'linked', at: at(22) },
    steps: stepsTo('access'),
    number: '95501700149',
  }),
  refused: requestView({
    ...sentAt,
    ...over,
    ...replying,
    stage: {
      kind: 'refused',
      at: at(22),
      reason: 'not-identified',
      text: 'The document that you sent is not yours.\n\nYou can appeal to the Council of State within 60 days.',
    },
    steps: stepsTo('decision', 'stopped'),
  }),
  'refused-long-ago': requestView({
    ...sentAt,
    ...over,
    mayAskAgain: true,
    reply: { until: '2026-11-30', isOpen: false },
    stage: { kind: 'refused', at: at(1), reason: 'other', text: 'We cannot give you a number.' },
    steps: stepsTo('decision', 'stopped'),
  }),
  'refused-for-another': requestView({
    ...sentAt,
    ...over,
    reply: { until: '2026-12-22', isOpen: false },
    other: {
      case: '0b9d2c6e-1f57-4c39-9d53-8f1f3a8f0c12' as RequestView['case'],
      reference: 'SLU-7K3F-92QD',
    },
    stage: { kind: 'refused', at: at(22), reason: 'duplicate', text: 'We go on with your other request.' },
    steps: stepsTo('decision', 'stopped'),
  }),
  matched: requestView({
    ...sentAt,
    ...over,
    stage: { kind: 'matched', at: at(22) },
    steps: stepsTo('checked', 'stopped'),
  }),
  unlinked: requestView({
    ...sentAt,
    ...over,
    stage: { kind: 'unlinked', at: at(22), text: 'It was another person after all.' },
    steps: stepsTo('access'),
  }),
  'draft-expired': requestView({
    ...over,
    stage: { kind: 'draft-expired', at: at(22) },
    mayAskAgain: true,
    steps: stepsTo('received', 'stopped'),
  }),
  withdrawn: requestView({
    ...sentAt,
    ...over,
    ...replying,
    stage: { kind: 'withdrawn', at: at(22) },
    steps: stepsTo('checked', 'stopped'),
  }),
  expired: requestView({
    ...sentAt,
    ...over,
    ...replying,
    stage: { kind: 'expired', at: at(22) },
    steps: stepsTo('asked', 'stopped'),
  }),
} as const;
