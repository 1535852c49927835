import { addDays, dayOf, yearOf } from '../src/base/calendar.ts';
import { parseCountry } from '../src/base/countries.ts';
import { parseCalendarDate } from '../src/base/time.ts';
import { type ActingPerson, withReason } from '../src/domain/acting/index.ts';
import {
  type CaseId,
  openRequest,
  type QuestionPage,
  questionPages,
  type RefusalReason,
} from '../src/domain/casework/index.ts';
import { parseCountryCode } from '../src/domain/eidas-country/index.ts';
import { type PresentedIdentity, parsePersonIdentifier } from '../src/domain/identity-matching/index.ts';
import { type NationalNumber, parseNationalNumber } from '../src/domain/person/index.ts';
import type { NumberUnknownReason } from '../src/domain/registration/index.ts';
import type { CaseFrame } from './case-frame.ts';
import { idFor } from './naming.ts';
import type { DemoApplicant } from './world/cases-applicants.ts';
import type { ActName } from './world/cases-stories.ts';
import { answerTexts, messageTexts, refusalTexts, remarks, replyTexts } from './world/cases-texts.ts';

/** One case of the demo while it is made, and who handles it. */
export type DemoCase = {
  readonly name: string;
  readonly applicant: DemoApplicant;
  readonly reason: NumberUnknownReason;
  readonly refusal: RefusalReason;
  /** Days until an answer is due. */
  readonly dueDays: number;
  readonly agent: ActingPerson;
  readonly second: ActingPerson;
  readonly officer: ActingPerson;
  /** Set by the first act. */
  id: CaseId | null;
};

/** Something that somebody does to a case, by the call that their screen makes. */
export type CaseAct = (frame: CaseFrame, one: DemoCase) => Promise<void>;

const begin: CaseAct = async ({ stores, world, application }, one) => {
  const identity = identityOf(one.applicant);
  const context = { stores, world, now: world.clock() };
  const { language } = one.applicant;
  one.id = (await openRequest(context, { identity, reason: one.reason, application, language })).id;
};

/** Answers every page, proves the address and sends the request. */
const send: CaseAct = async (frame, one) => {
  const { requests } = frame;
  await begin(frame, one);
  const id = idOf(one);
  const typed = typedBy(one.applicant, frame.world.clock());
  let version = await versionOf(frame, one);
  for (const page of pagesFor(one.applicant)) {
    const kept = await requests.answerPage({ case: id, page, typed, version });
    if (kept.kind !== 'kept') throw failed(one, `answer ${page}`, kept);
    version = kept.version;
  }
  expectKind('sent', one, await requests.sendCode({ case: id }));
  expectKind('confirmed', one, await requests.confirmEmail({ case: id, code: frame.lastCode() }));
  expectKind(
    'kept',
    one,
    await requests.submitRequest({ case: id, typed: { agree: 'yes' }, version: version + 1 }),
  );
};

const withdraw: CaseAct = async ({ requests }, one) =>
  expectKind('withdrawn', one, await requests.withdrawRequest({ case: idOf(one) }));

const answer: CaseAct = async (frame, one) => {
  const { requests, document } = frame;
  expectKind('added', one, await requests.addDocument({ case: idOf(one), document, kind: 'identity-front' }));
  expectKind(
    'kept',
    one,
    await requests.replyToAgent({ case: idOf(one), typed: { text: answerTexts[one.applicant.language] } }),
  );
};

const replyToMessage: CaseAct = async ({ requests }, one) =>
  expectKind(
    'kept',
    one,
    await requests.replyToAgent({ case: idOf(one), typed: { text: replyTexts[one.applicant.language] } }),
  );

const take: CaseAct = async ({ desk }, { agent, ...one }) => {
  const answered = await desk.assignCases({ by: agent, cases: [idOf(one)], to: agent.person });
  if (!('assigned' in answered) || answered.assigned.length !== 1) throw failed(one, 'take', answered);
};

/** Looks at the case as an agent does: the candidates, and the first document when there is one. */
const look: CaseAct = async ({ desk, stores }, { agent, ...one }) => {
  expectKind('found', one, await desk.findCandidates({ by: agent, case: idOf(one) }));
  const [document] = await stores.documents.list(idOf(one));
  if (document)
    expectKind(
      'page',
      one,
      await desk.viewDocumentPage({ by: agent, case: idOf(one), document: document.id, page: 1 }),
    );
};

const note: CaseAct = async ({ desk }, one) =>
  expectDone(one, await desk.addNote({ by: one.agent, case: idOf(one), text: remarks.note }));

const ask: CaseAct = async (frame, one) => {
  const { desk, world } = frame;
  const dueOn = addDays(dayOf(world.clock()), one.dueDays);
  const template = 'ask-document-both-sides';
  const drafted = await desk.draftText({ by: one.agent, case: idOf(one), template, dueOn });
  if (drafted.kind !== 'text') throw failed(one, 'draft', drafted);
  const documents = ['identity-front', 'identity-back'];
  const question = { template, text: drafted.text, documents, dueOn };
  expectDone(
    one,
    await desk.askQuestion({
      by: one.agent,
      case: idOf(one),
      version: await versionOf(frame, one),
      ...question,
    }),
  );
};

const write: CaseAct = async (frame, one) => {
  const text = messageTexts[one.applicant.language];
  expectDone(
    one,
    await frame.desk.writeMessage({
      by: one.agent,
      case: idOf(one),
      version: await versionOf(frame, one),
      text,
    }),
  );
};

const link: CaseAct = async (frame, one) => {
  const decision = { number: numberIn(frame, one), comment: remarks.same, despiteLink: false };
  const answer = await frame.desk.linkToPerson({
    by: one.agent,
    case: idOf(one),
    version: await versionOf(frame, one),
    ...decision,
  });
  expectDone(one, answer);
  // Where names and birth date do not agree, a second agent looks.
  if (answer.kind === 'done' && answer.case.state.kind === 'to-confirm') await confirm(frame, one);
};

const reveal: CaseAct = async (frame, one) =>
  expectDone(
    one,
    await frame.desk.revealNumber({
      by: withReason(one.agent, remarks.reveal),
      case: idOf(one),
      number: numberIn(frame, one),
    }),
  );

const propose: CaseAct = async (frame, one) => {
  const decision = { because: remarks.because, checked: ['identity', 'duplicates'] };
  expectDone(
    one,
    await frame.desk.proposeNumber({
      by: one.agent,
      case: idOf(one),
      version: await versionOf(frame, one),
      ...decision,
    }),
  );
};

const sendBack: CaseAct = async (frame, one) =>
  expectDone(
    one,
    await frame.desk.sendBackProposal({
      by: one.second,
      case: idOf(one),
      version: await versionOf(frame, one),
      comment: remarks.sentBack,
    }),
  );

const confirm: CaseAct = async (frame, one) =>
  expectDone(
    one,
    await frame.desk.confirmProposal({
      by: one.second,
      case: idOf(one),
      version: await versionOf(frame, one),
    }),
  );

/** A search by hand, under the family name alone. */
const searchByHand: CaseAct = async ({ desk }, { agent, ...one }) => {
  const search = { familyName: one.applicant.familyName.latin, givenNames: '', birthDate: '' };
  expectKind(
    'found',
    one,
    await desk.searchByHand({ by: withReason(agent, remarks.searchedAgain), case: idOf(one), search }),
  );
};

const refuse: CaseAct = async (frame, one) => {
  const text = refusalTexts[one.refusal]?.[one.applicant.language] ?? '';
  const refusal = { reason: one.refusal, text };
  expectDone(
    one,
    await frame.desk.refuseRequest({
      by: one.agent,
      case: idOf(one),
      version: await versionOf(frame, one),
      ...refusal,
    }),
  );
};

const reopen: CaseAct = async (frame, one) =>
  expectDone(
    one,
    await frame.desk.reopenRequest({
      by: withReason(one.agent, remarks.reopened),
      case: idOf(one),
      version: await versionOf(frame, one),
    }),
  );

const takeOver: CaseAct = async ({ desk }, one) =>
  expectDone(one, await desk.takeOverCase({ by: withReason(one.second, remarks.takeOver), case: idOf(one) }));

const handOver: CaseAct = async (frame, one) => {
  const version = await versionOf(frame, one);
  expectDone(
    one,
    await frame.desk.handOverToOffice({
      by: withReason(one.agent, remarks.handOver),
      case: idOf(one),
      version,
      office: one.officer.authority.organisation,
    }),
  );
};

const recordNumber: CaseAct = async (frame, one) => {
  const version = await versionOf(frame, one);
  const number = numberIn(frame, one);
  expectDone(
    one,
    await frame.counter.recordNumber({ by: one.officer, case: idOf(one), version, number, because: '' }),
  );
};

/** An officer opens the case from an identity document; with the number, when the person is registered already. */
const openAtCounter: CaseAct = async ({ counter, world }, one) => {
  const { applicant } = one;
  const typed = {
    ...typedBy(applicant, world.clock()),
    ...datePartsOf('birthDate', applicant.birthDate),
    once: idFor(`counter ${one.name}`),
    checked: 'yes',
    familyName: applicant.familyName.latin,
    givenNames: applicant.givenNames.latin === '-' ? '' : applicant.givenNames.latin,
    number: applicant.number ?? '',
  };
  const opened = await counter.openAtCounter({ by: one.officer, typed });
  if (opened.kind !== 'opened') throw failed(one, 'open at the counter', opened);
  one.id = opened.case.id;
};

/** Wants the link of a decided case to end: it waits for a second agent. */
const proposeRemoval: CaseAct = async ({ desk }, { second, ...one }) => {
  const found = await desk.listLinks({ by: second, case: idOf(one) });
  const [first] = found.kind === 'found' ? found.links : [];
  if (found.kind !== 'found' || !first || found.person === null) throw failed(one, 'links', found);
  const wish = { link: first.link, person: found.person, case: idOf(one), reason: remarks.removal };
  expectKind(
    'proposed',
    one,
    await desk.proposeLinkRemoval({ by: withReason(second, wish.reason), ...wish }),
  );
};

/** Every act by its name in the stories. */
export const caseActs: Readonly<Record<ActName, CaseAct>> = {
  begin,
  send,
  withdraw,
  answer,
  replyToMessage,
  take,
  look,
  note,
  ask,
  write,
  link,
  reveal,
  propose,
  sendBack,
  confirm,
  searchByHand,
  refuse,
  reopen,
  takeOver,
  handOver,
  recordNumber,
  openAtCounter,
  proposeRemoval,
};

function identityOf(applicant: DemoApplicant): PresentedIdentity {
  const country = parseCountryCode(applicant.country);
  const identifier = parsePersonIdentifier(`${applicant.country}/BE/${applicant.identifier}`);
  const birthDate = parseCalendarDate(applicant.birthDate);
  if (!country || !identifier || !birthDate) throw new Error(`${applicant.identifier} is no proper identity`);
  return {
    ...{ country, identifier, birthDate },
    familyName: applicant.familyName,
    givenNames: applicant.givenNames,
    birthName: null,
    birthPlace: applicant.tells ? applicant.birthPlace : null,
    sex: applicant.tells ? applicant.sex : null,
    nationalities: [],
    assurance: 'high',
    notified: true,
  };
}

/** What the eID told is not asked. */
function pagesFor({ tells }: DemoApplicant): readonly QuestionPage[] {
  return questionPages.filter((page) => page !== 'sex' || !tells);
}

/** What the applicant, or the officer who reads the document, types on all pages together. */
function typedBy(applicant: DemoApplicant, now: Date): Readonly<Record<string, string>> {
  const country = parseCountry(applicant.country === 'EL' ? 'GR' : applicant.country) ?? applicant.country;
  const digits = Array.from(applicant.identifier.replace(/\D/g, '')).reverse().join('').slice(0, 6);
  return {
    birthPlace: applicant.birthPlace,
    birthCountry: country,
    sex: applicant.sex,
    'nationality-1': country,
    addressLines: applicant.street,
    postcode: applicant.postcode,
    municipality: applicant.town,
    addressCountry: country,
    documentType: 'identity-card',
    documentNumber: `DEMO${digits}${applicant.birthDate.slice(2, 4)}`,
    documentCountry: country,
    ...datePartsOf('documentExpires', `${yearOf(dayOf(now)) + 4}-06-30`),
    email: applicant.email,
    telephone: '',
    language: applicant.language,
  };
}

function datePartsOf(field: string, date: string): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${field}-year`]: year, [`${field}-month`]: month, [`${field}-day`]: day };
}

function numberIn({ world }: CaseFrame, one: DemoCase): NationalNumber {
  const parsed = parseNationalNumber(one.applicant.number ?? '', world.clock());
  if (parsed.kind === 'refused') throw new Error(`${one.name}: the register knows no number`);
  return parsed.number;
}

async function versionOf({ stores }: CaseFrame, one: Pick<DemoCase, 'id' | 'name'>): Promise<number> {
  return (await stores.cases.find(idOf(one)))?.version ?? 0;
}

function idOf({ id, name }: Pick<DemoCase, 'id' | 'name'>): CaseId {
  if (id === null) throw new Error(`${name} was not begun`);
  return id;
}

function expectDone(one: Pick<DemoCase, 'name'>, answer: { readonly kind: string }): void {
  expectKind('done', one, answer);
}

function expectKind(kind: string, one: Pick<DemoCase, 'name'>, answered: { readonly kind: string }): void {
  if (answered.kind !== kind) throw failed(one, kind, answered);
}

/** The story of the demo is ours: when a call refuses it, the story is wrong. */
function failed({ name }: Pick<DemoCase, 'name'>, what: string, answered: unknown): Error {
  return new Error(`${name}, ${what}: ${JSON.stringify(answered).slice(0, 400)}`);
}
