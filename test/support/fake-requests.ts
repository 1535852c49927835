import { randomBytes } from 'node:crypto';
import { Redacted } from '../../src/base/redacted.ts';
import type {
  AnswerError,
  CaseMessage,
  KeptAnswer,
  RequestAnswers,
  Requests,
  RequestView,
} from '../../src/domain/casework/index.ts';
import type { DocumentReader, KeptDocument } from '../../src/domain/documents/index.ts';
import type { WebSessionContents } from '../../src/login/index.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { answersExample, caseExample } from './case-example.ts';
import { type Call, recordActs } from './fake-acts.ts';
import { ATTEMPT_ID, klip, NOW } from './web-fixtures.ts';

export const requestSecret = randomBytes(32).toString('base64url');
export const requestCookieHeader = `sluis_request=${requestSecret}`;
export const LINK_TOKEN = 'k'.repeat(43);

/** The applicant's side of casework that says what the test wants, and remembers what reached it. */
export type FakeRequests = {
  view: RequestView | null;
  kept: KeptAnswer;
  sent: Awaited<ReturnType<Requests['submitRequest']>>;
  code: Awaited<ReturnType<Requests['sendCode']>>;
  confirmed: Awaited<ReturnType<Requests['confirmEmail']>>;
  linkErrors: readonly AnswerError[];
  linkAlive: boolean;
  entry: Awaited<ReturnType<WebWorld['applicants']['enter']>>;
  again: Awaited<ReturnType<Requests['askAgain']>>;
  readonly sessions: Map<string, WebSessionContents['applicant']>;
  /** The name of each act with what was asked of it, in order. */
  readonly calls: (readonly [keyof Requests, Call['given']])[];
};

/** Opens the fake with a draft in which everything is answered, and a session proven by the eID under `requestSecret`. */
export function openFakeRequests(view: RequestView = requestView()) {
  const session = { case: view.case, provenBy: 'eid' } as const;
  const fake: FakeRequests = {
    view,
    kept: { kind: 'kept', version: 2 },
    sent: { kind: 'kept', version: 2 },
    code: { kind: 'sent' },
    confirmed: { kind: 'confirmed' },
    linkErrors: [],
    linkAlive: true,
    entry: { kind: 'no-request' },
    again: { kind: 'opened', case: view.case },
    sessions: new Map([[requestSecret, session]]),
    calls: [],
  };
  return { fake, requests: requestsOf(fake), applicants: applicantsOf(fake) };
}

function requestsOf(fake: FakeRequests): Requests {
  const own: Requests = {
    viewRequest: async ({ proof }) =>
      fake.view && (proof === 'eid' ? fake.view : { ...fake.view, number: null }),
    answerPage: async () => fake.kept,
    sendCode: async () => fake.code,
    confirmEmail: async () => fake.confirmed,
    submitRequest: async () => fake.sent,
    replyToAgent: async () => fake.kept,
    beginUpload: async () => ({ id: 'arrival', at: NOW }),
    askAgain: async () => fake.again,
    addDocument: async () => ({ kind: 'added', document: documentExample() }),
    refuseDocument: async () => {},
    removeDocument: async () => ({ kind: 'removed' }),
    changeContact: async () => fake.kept,
    withdrawRequest: async () => ({ kind: 'withdrawn' }),
    askForLink: async () =>
      fake.linkErrors.length > 0 ? { kind: 'wrong', errors: fake.linkErrors } : { kind: 'asked' },
    isLinkAlive: async () => fake.linkAlive,
    findCaseOfLink: async ({ token }) => (token === LINK_TOKEN && fake.view ? fake.view.case : null),
    async openByLink({ token }) {
      const opened = fake.linkAlive && token === LINK_TOKEN && fake.view ? fake.view.case : null;
      fake.linkAlive = false;
      return opened;
    },
  };
  const remember = ({ name, given }: Call<keyof Requests>) => fake.calls.push([name, told(given)]);
  return { ...own, ...recordActs<Requests>(watched, remember, (name) => own[name]) };
}

/** Of a file its name alone; the request itself is always the same one. */
function told({ case: _case, arrival: _arrival, ...given }: Call['given']): Call['given'] {
  const { document } = given as { readonly document?: unknown };
  return document !== null && typeof document === 'object' && 'name' in document
    ? { ...given, document: (document.name as Redacted<string>).reveal() }
    : given;
}

/** What is not remembered only looks, or stands beside an act that is. */
const watched = [
  'answerPage',
  'sendCode',
  'confirmEmail',
  'submitRequest',
  'replyToAgent',
  'askAgain',
  'addDocument',
  'refuseDocument',
  'removeDocument',
  'changeContact',
  'withdrawRequest',
  'askForLink',
  'openByLink',
] as const;

function applicantsOf(fake: FakeRequests): WebWorld['applicants'] {
  const opened = new Map<string, string>();
  return {
    begin: async () => ATTEMPT_ID,
    enter: async () => fake.entry,
    async open(content, former, key) {
      if (former !== null) fake.sessions.delete(former);
      const secret = randomBytes(32).toString('base64url');
      fake.sessions.set(secret, content);
      if (key !== undefined) opened.set(key, secret);
      return secret;
    },
    openedWith: async (key) => {
      const secret = opened.get(key) ?? '';
      return fake.sessions.has(secret) ? secret : null;
    },
    find: async (secret) => fake.sessions.get(secret) ?? null,
    async end(secret) {
      fake.sessions.delete(secret);
    },
  };
}

/** Takes every file as a picture of one page, whatever is in it. */
export const fakeDocumentReader: DocumentReader = {
  async prepare(bytes, fileName) {
    const image = { type: 'image/jpeg', bytes } as const;
    return {
      kind: 'accepted',
      document: {
        name: new Redacted(fileName),
        type: 'jpeg',
        originalType: 'jpeg',
        original: image,
        size: { width: 640, height: 480 },
        sha256: '0'.repeat(64),
        scan: 'clean',
        pages: [image],
        thumbnail: image,
      },
    };
  },
};

export const at = (day: number) => new Date(Date.UTC(2026, 10, day, 9, 14));

/** A request with every question asked and answered, as a draft; `over` replaces what a test cares about. */
export function requestView(over: Partial<RequestView> = {}): RequestView {
  const one = caseExample({ version: 1 });
  return {
    case: one.id,
    reference: one.reference,
    version: 1,
    applicant: one.applicant,
    answers: one.answers,
    application: klip,
    pages: ['names', 'birth', 'sex', 'nationality', 'address', 'document', 'contact'],
    unanswered: [],
    emailToConfirm: false,
    codeCameBack: false,
    openedAt: at(20),
    submittedAt: null,
    changedAt: at(20),
    stage: { kind: 'draft', keptUntil: '2026-12-20' },
    steps: [],
    asked: null,
    arriving: 0,
    reply: null,
    other: null,
    mayAskAgain: false,
    usualDays: null,
    expectedDays: 5,
    messages: [],
    documents: [],
    mayUpload: true,
    mayWithdraw: true,
    number: null,
    ...over,
  };
}

/** A request of which nothing was answered yet. */
export function emptyRequest(): RequestView {
  const pages = requestView().pages;
  const answers: RequestAnswers = {
    ...answersExample,
    previousNames: null,
    birthPlace: null,
    birthCountry: null,
    sex: null,
    nationalities: null,
    address: null,
    document: null,
    email: null,
    emailConfirmedAt: null,
    telephone: null,
  };
  return requestView({ answers, unanswered: pages });
}

export const question: CaseMessage = {
  id: '5a2d3f10-8f0d-4a63-9a3e-0c3d7c1f2b02',
  case: requestView().case,
  from: { kind: 'agent', agent: '00000000-0000-4000-8000-000000000001' as never },
  text: 'The photo of your identity card is not sharp.\nSend us both sides again.',
  at: at(21),
  question: {
    template: 'document',
    documents: ['identity-front', 'identity-back'],
    dueOn: '2026-12-05',
    answeredAt: null,
  },
};
export function documentExample(over: Partial<KeptDocument> = {}): KeptDocument {
  return {
    id: '7c1d2e30-1111-4a63-9a3e-0c3d7c1f2b09' as KeptDocument['id'],
    case: requestView().case,
    question: null,
    kind: 'identity-front',
    name: new Redacted('a-very-long-file-name-of-a-photo-of-my-identity-card-front-side-2026-11-22.jpg'),
    type: 'jpeg',
    originalType: 'heic',
    bytes: 2_400_000,
    pages: 1,
    size: { width: 3000, height: 2000 },
    sha256: '0'.repeat(64),
    uploadedAt: at(22),
    uploadedBy: 'applicant',
    scan: 'clean',
    rejected: null,
    removedAt: null,
    removedWhy: null,
    removeAfter: null,
    ...over,
  };
}
