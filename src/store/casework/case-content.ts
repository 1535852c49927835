import { dayFromNumber, endOfDay } from '../../base/calendar.ts';
import { type CalendarDate, DAY, later } from '../../base/time.ts';
import type { ApplicationId } from '../../domain/application/index.ts';
import {
  type Case,
  type CaseId,
  type CaseState,
  type CaseStateOf,
  displayName,
  nextDutyOf,
  wordsOfCase,
} from '../../domain/casework/index.ts';
import type { OrganisationId } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { NumberUnknownReason, RegistrationReference } from '../../domain/registration/index.ts';
import { decodeJson, encodeJson } from '../ground/json.ts';
import { hashEmail, type Protection } from '../ground/sealing.ts';
import { hashIdentifier, searchNameOf } from '../persons/index.ts';

const PLACE = 'cases.content_sealed';

type Content = Pick<Case, 'applicant' | 'answers' | 'state'>;
/** As it was kept while a due day was a moment: 22:00 UTC of that day. */
type OlderWaiting = Omit<CaseStateOf<'waiting'>, 'askedAt' | 'dueOn'> & { readonly dueAt: Date };
type KeptContent = Omit<Content, 'state'> & { readonly state: CaseState | OlderWaiting };

/** Columns from which a whole case is read. */
export const CASE_COLUMNS =
  'id, reference, version, origin, opened_office, opened_by, handed_office, replied_after, content_sealed, reason, application, opened_at, submitted_at, target_at, changed_at';

export type StoredCase = {
  id: string;
  reference: string;
  version: number;
  origin: Case['origin'];
  opened_office: string | null;
  opened_by: string | null;
  handed_office: string | null;
  replied_after: Case['repliedAfter'];
  content_sealed: Buffer;
  reason: NumberUnknownReason;
  application: string | null;
  opened_at: Date;
  submitted_at: Date | null;
  target_at: Date | null;
  changed_at: Date;
};

/** Opens a stored case. */
export function readCase(protection: Protection, row: StoredCase): Case {
  const content = decodeJson<KeptContent>(protection.open(PLACE, row.id, row.content_sealed));
  return {
    id: row.id as CaseId,
    reference: row.reference as RegistrationReference,
    version: row.version,
    origin: row.origin,
    openedBy: readOpening(row),
    handedTo: row.handed_office as OrganisationId | null,
    applicant: content.applicant,
    answers: withoutForever(content.answers),
    reason: row.reason,
    application: row.application as ApplicationId | null,
    state: readState(content.state),
    repliedAfter: row.replied_after,
    openedAt: row.opened_at,
    submittedAt: row.submitted_at,
    targetAt: row.target_at,
    changedAt: row.changed_at,
  };
}

function readOpening({ opened_office, opened_by }: StoredCase): Case['openedBy'] {
  if (opened_office === null || opened_by === null) return null;
  return { office: opened_office as OrganisationId, officer: opened_by as PersonId };
}

/** What changes with a case, as columns: the sealed content, and what lists and the worker need of it. */
export function columnsOf(protection: Protection, one: Case) {
  const { applicant, answers, state } = one;
  const content: Content = { applicant, answers: withForever(answers), state };
  const decided = state.kind === 'decided' ? state : null;
  return {
    content_sealed: protection.seal(PLACE, one.id, encodeJson(content)),
    name: displayName(applicant),
    search_name: searchNameOf(applicant.familyName, applicant.givenNames),
    country: applicant.country,
    reason: one.reason,
    application: one.application,
    language: answers.language,
    state: state.kind,
    outcome: decided?.outcome.kind ?? null,
    replied_after: one.repliedAfter,
    handed_office: one.handedTo,
    person: decided !== null && decided.outcome.kind !== 'refused' ? decided.outcome.person : null,
    about_keys: wordsOfCase(applicant).map((word) => hashAbout(protection, word)),
    agent: 'agent' in state ? state.agent : (decided?.by ?? null),
    submitted_at: one.submittedAt,
    target_at: one.targetAt,
    due_on: state.kind === 'waiting' ? state.dueOn : null,
    due_at: state.kind === 'waiting' ? later(endOfDay(state.dueOn), -1) : null,
    next_duty_at: nextDutyOf(one),
    decided_at: decided?.at ?? null,
    changed_at: one.changedAt,
    ...hashesOf(protection, one),
  };
}

/** How a document without an end date is kept: the program before this one knows dates alone. */
const FOREVER: CalendarDate = '9999-12-31';

function withForever(answers: Case['answers']): Case['answers'] {
  const { document } = answers;
  if (document === null || document.expiresOn !== null) return answers;
  return { ...answers, document: { ...document, expiresOn: FOREVER } };
}

function withoutForever(answers: Case['answers']): Case['answers'] {
  const { document } = answers;
  if (document?.expiresOn !== FOREVER) return answers;
  return { ...answers, document: { ...document, expiresOn: null } };
}

/** Keyed hashes by which a case is found again. */
export function hashesOf(
  protection: Protection,
  { applicant, answers }: Pick<Case, 'applicant' | 'answers'>,
) {
  const { email, document } = answers;
  return {
    identity_hash:
      applicant.identity === null ? null : hashIdentifier(protection, applicant.identity.identifier),
    email_hash: email === null ? null : hashEmail(protection, email),
    document_hash:
      document === null
        ? null
        : protection.hash('identity-document', `${document.issuedBy} ${plainNumber(document.number)}`),
  };
}

/** Names with a birth date, cut short: enough to tell people apart, and a case has many. */
export function hashAbout(protection: Protection, word: string): Buffer {
  return protection.hash('names-and-birth-date', word).subarray(0, 8);
}

function plainNumber(number: string): string {
  return number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function readState(kept: CaseState | OlderWaiting): CaseState {
  if (!('dueAt' in kept)) return kept;
  const { dueAt, ...state } = kept;
  return { ...state, askedAt: null, dueOn: dayInUtc(dueAt) };
}

/** The day that was meant by 22:00 UTC: in summer that is already the next one in Belgium. */
export function dayInUtc(moment: Date): CalendarDate {
  return dayFromNumber(Math.floor(moment.getTime() / DAY));
}
