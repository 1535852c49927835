import { ChangedMeanwhile } from '../../../base/changed-meanwhile.ts';
import { correlationCode } from '../../../base/correlation.ts';
import { parseCountry } from '../../../base/countries.ts';
import { match, type PresentedIdentity } from '../../identity-matching/index.ts';
import { type NationalNumber, parseNationalNumber, type RegisteredPerson } from '../../person/index.ts';
import { newReference, parseReference } from '../../registration/index.ts';
import { mayOpen, type StaffMember } from '../../staff/index.ts';
import { settleAtOffice } from '../case/change-case.ts';
import { typedIn } from '../case/fields.ts';
import { keepCase, record } from '../case/keep-case.ts';
import type { Case, CaseId } from '../case/model.ts';
import { type CaseworkContext, type CaseworkWorld, inContext } from '../case/world.ts';
import { writeToApplicant } from '../case/write-to-applicant.ts';
import { AlreadyLinked, linkApplicant, type WeighedTie, weighTie } from '../decision/link-applicant.ts';
import { proposeLink } from '../decision/propose-link.ts';
import type { Counter, DeskAnswer } from '../desk/desk.ts';
import { changedSince, checkReason, isOwnCase, refusalOf } from '../desk/desk-context.ts';
import { tellSeenAtCounter } from '../desk/tell-look.ts';
import { sendToAgents } from '../request/answer-request.ts';
import { readCounterForm } from './counter-form.ts';
import { listAtCounter } from './list-at-counter.ts';

/** Opens the counter of a registration office. */
export function openCounter(world: CaseworkWorld): Counter {
  return {
    async open(officer, typed) {
      try {
        return await inContext(world, (context) => openAtCounter(context, officer, typed));
      } catch (error) {
        const refused = error instanceof NumberRefused ? error.code : null;
        if (refused === null && !(error instanceof AlreadyLinked)) throw error;
        const code = refused ?? 'already-linked';
        const parsed = parseNationalNumber(typedIn(typed, 'number'), world.clock());
        const number = parsed.kind === 'parsed' ? parsed.number : null;
        await inContext(world, (context) => tellRefused(context, officer, code, number));
        return { kind: 'wrong', errors: [{ field: 'number', code }] };
      }
    },
    list: (officer, filter) => inContext(world, (context) => listAtCounter(context, officer, filter)),
    findByReference: (officer, text) =>
      inContext(world, async (context) => {
        const reference = parseReference(text);
        return reference && seen(context, officer, { reference });
      }),
    find: (officer, id) => inContext(world, (context) => seen(context, officer, { id })),
    async recordNumber(officer, id, version, recorded) {
      try {
        return await inContext(world, (context) =>
          recordNumber(context, { officer, id, version, ...recorded }),
        );
      } catch (error) {
        if (error instanceof AlreadyLinked) {
          const code = 'already-linked';
          await inContext(world, (context) => tellRefused(context, officer, code, recorded.number));
          return { kind: code };
        }
        if (!(error instanceof ChangedMeanwhile)) throw error;
        return inContext(world, async (context) => {
          const one = await findForOfficer(context, officer, { id });
          return one ? changedSince(context, one, version) : { kind: 'unknown-case' };
        });
      }
    },
  };
}

/**
 * A case of the officer's own office: opened there, or handed to it. Whatever else there is answers like nothing at all, and so does
 * a case about the officer.
 */
async function findForOfficer(
  context: CaseworkContext,
  officer: StaffMember,
  by: Parameters<CaseworkContext['stores']['cases']['findAtOffice']>[1],
): Promise<Case | null> {
  if (!mayOpen('office', officer)) return null;
  const one = await context.stores.cases.findAtOffice(officer.organisation, by);
  return one === null || (await isOwnCase(context, one, officer.person)) ? null : one;
}

/** The same, for the officer's eyes. */
async function seen(...[context, officer, by]: Parameters<typeof findForOfficer>): Promise<Case | null> {
  const one = await findForOfficer(context, officer, by);
  if (one !== null) await tellSeenAtCounter(context, officer, one.id, 'id' in by ? 'shown' : 'searched');
  return one;
}

type Typed = Readonly<Record<string, string>>;

/**
 * Opens a case from an identity document, sent to the agents at once: the officer saw the person. Fields besides those of the
 * applicant's own pages: familyName, givenNames, birthDate-day, -month, -year, number for one that was given on the spot, and `checked`: the
 * officer saw the document.
 */
async function openAtCounter(
  context: CaseworkContext,
  officer: StaffMember,
  typed: Typed,
): ReturnType<Counter['open']> {
  const { stores, world, now } = context;
  if (!mayOpen('office', officer)) return { kind: 'not-allowed' };
  const read = readCounterForm(typed, now);
  if (read.kind === 'wrong') return read;
  // What a form brings along names the form alone, of this officer: never a case.
  const form = typedIn(typed, 'once').slice(0, 100);
  const once = form === '' ? undefined : `${officer.organisation} ${officer.person} ${form}`;
  const before = once && (await stores.cases.findByForm(once));
  if (before) return { kind: 'opened', case: before };
  const one: Case = {
    // Made here and at the first question of an applicant; every other id of a case is parsed.
    id: world.randomness.uuid() as CaseId,
    reference: newReference(world.randomness.bytes(8)),
    version: 1,
    origin: 'office',
    openedBy: { office: officer.organisation, officer: officer.person },
    handedTo: null,
    applicant: read.applicant,
    answers: read.answers,
    reason: 'not-sure',
    application: null,
    state: { kind: 'draft' },
    repliedAfter: null,
    openedAt: now,
    submittedAt: null,
    targetAt: null,
    changedAt: now,
  };
  // Nobody handles a case of their own (SECURITY.md).
  if (await isOwnCase(context, one, officer.person))
    return { kind: 'wrong', errors: [{ field: 'familyName', code: 'own-case' }] };
  const added = await stores.cases.add(one, once);
  // The same form, sent twice at once.
  if (added.kind === 'already-open') return { kind: 'opened', case: added.case };
  const by = { kind: 'officer', person: officer.person } as const;
  await record(context, one, {
    kind: 'opened',
    by,
    details: { origin: 'office', country: one.applicant.country, organisation: officer.organisation },
  });
  if (typedIn(typed, 'number') !== '') return settleOnTheSpot(context, one, { officer, typed });
  const sent = await sendToAgents(context, one);
  return sent === null ? { kind: 'not-now', state: 'draft' } : { kind: 'opened', case: sent };
}

/** The number was given at the counter itself: nobody else has to look, but it must be exactly this person in the register. */
async function settleOnTheSpot(
  context: CaseworkContext,
  one: Case,
  { officer, typed }: { readonly officer: StaffMember; readonly typed: Typed },
): ReturnType<Counter['open']> {
  const parsed = parseNationalNumber(typedIn(typed, 'number'), context.now);
  if (parsed.kind === 'refused') throw new NumberRefused(parsed.reason);
  const registered = await context.stores.register.findByNumber(parsed.number);
  if (registered === null) throw new NumberRefused('not-registered');
  if (match(presentedBy(one), parsed.number, registered).kind === 'unmatched')
    throw new NumberRefused('data-differ');
  if (await isOwnCase(context, one, officer.person, parsed.number)) throw new NumberRefused('own-case');
  const tie = await weighAtCounter(context, one, { registered, by: officer.person });
  // One person is not enough for this number: agents look at the case as at any other.
  if (tie.needs.length > 0) {
    const waiting = await sendToAgents(context, one);
    return waiting === null ? { kind: 'not-now', state: 'draft' } : { kind: 'opened', case: waiting };
  }
  const sent = { ...one, submittedAt: context.now };
  const settled = await settle(context, sent, { officer, registered, beside: tie.beside });
  return settled.kind === 'done' ? { kind: 'opened', case: settled.case } : settled;
}

/** A number that was tried and refused leaves a trace: officers see who is registered, and may not go fishing. */
async function tellRefused(
  { stores, world }: CaseworkContext,
  officer: StaffMember,
  reason: string,
  number: NationalNumber | null,
): Promise<void> {
  await stores.audit.record({
    kind: 'registration-office.number-refused',
    actor: { kind: 'person', id: officer.person },
    subject: { kind: 'organisation', id: officer.organisation },
    concerned: number === null ? [] : [{ way: 'searched', number: number.digits }],
    purpose: 'casework',
    details: { reason },
    correlation: correlationCode(world.randomness.bytes(8)),
  });
}

/** Rolls back the case that was opened for a number that turned out not to be this person's. */
class NumberRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super('the number that was typed at the counter cannot be recorded');
    this.name = 'NumberRefused';
    this.code = code;
  }
}

type RecordNumber = {
  readonly officer: StaffMember;
  readonly id: CaseId;
  readonly version: number;
  readonly number: NationalNumber;
  readonly because: string;
};

/** The number that was found or given on the spot: everything must be exactly as in the register, as for anybody. */
async function recordNumber(
  context: CaseworkContext,
  { officer, id, version, number, because }: RecordNumber,
): ReturnType<Counter['recordNumber']> {
  const { stores } = context;
  if (!mayOpen('office', officer)) return { kind: 'not-allowed' };
  const one = await findForOfficer(context, officer, { id });
  if (one === null) return { kind: 'unknown-case' };
  if (one.version !== version) return changedSince(context, one, version);
  if (one.state.kind !== 'handed-over' || one.handedTo !== officer.organisation)
    return { kind: 'not-now', state: one.state.kind };
  if (await isOwnCase(context, one, officer.person, number)) return { kind: 'own-case' };
  const registered = await stores.register.findByNumber(number);
  const reason =
    registered === null
      ? 'not-registered'
      : match(presentedBy(one), number, registered).kind === 'unmatched'
        ? 'data-differ'
        : null;
  if (reason !== null) await tellRefused(context, officer, reason, number);
  if (registered === null || reason === 'not-registered') return { kind: 'not-registered' };
  if (reason === 'data-differ') return { kind: 'data-differ' };
  const by = officer.person;
  const tie = await weighAtCounter(context, one, { registered, by });
  if (tie.needs.length === 0) return settle(context, one, { officer, registered, beside: tie.beside });
  const errors = checkReason('because', because);
  if (errors.length > 0) return { kind: 'second-needed', errors };
  return proposeLink(context, one, { registered, by, because, ...tie, counter: one.state.office });
}

/** At a counter the number itself must be known, and everything exact: what the officer saw is evidence enough. */
async function weighAtCounter(...given: Parameters<typeof weighTie>): Promise<WeighedTie> {
  const tie = await weighTie(...given);
  return { ...tie, needs: tie.needs.filter((need) => need !== 'own-evidence') };
}

type Settling = {
  readonly officer: StaffMember;
  readonly registered: RegisteredPerson;
  /** Other eIDs of that person, of which the exact number says that it is the same. */
  readonly beside: readonly string[];
};

async function settle(
  context: CaseworkContext,
  one: Case,
  { officer, registered, beside }: Settling,
): Promise<DeskAnswer> {
  const by = officer.person;
  const { person, told } = await linkApplicant(context, one, { registered, by, proposedBy: null, beside });
  const outcome = { kind: 'linked', number: registered.number.digits.reveal(), person } as const;
  const change = settleAtOffice(one, { by, outcome, needs: [] }, context.now);
  if (change.kind !== 'changed') return refusalOf(one, change);
  const details = { told };
  await keepCase(context, change.case, { kind: 'linked', by: { kind: 'officer', person: by }, details });
  await writeToApplicant(context, change.case, {
    template: 'number-linked',
    values: { number: registered.number },
  });
  return { kind: 'done', case: change.case };
}

/** What is compared with the register: of the eID, or of the document that the officer saw. */
function presentedBy(one: Case): Parameters<typeof match>[0] {
  const { applicant, answers } = one;
  if (applicant.identity !== null) return applicant.identity;
  const { year, month, day } = applicant.birthDate;
  const date = [year ?? 0, month ?? 0, day ?? 0].map((part) => String(part).padStart(2, '0')).join('-');
  const seen: Omit<PresentedIdentity, 'identifier' | 'country'> = {
    familyName: applicant.familyName,
    givenNames: applicant.givenNames,
    birthDate: date as PresentedIdentity['birthDate'],
    birthName: null,
    birthPlace: answers.birthPlace,
    sex: answers.sex,
    nationalities: answers.nationalities ?? [],
    assurance: 'substantial',
    notified: false,
  };
  // Matching looks at neither; there is no eID here.
  return {
    ...seen,
    identifier: '' as PresentedIdentity['identifier'],
    country: parseCountry(applicant.country) as PresentedIdentity['country'],
  };
}
