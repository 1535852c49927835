import { later } from '../../../base/time.ts';
import {
  knownBehind,
  type NationalNumber,
  type PersonId,
  parseNationalNumber,
  type RegisteredPerson,
} from '../../person/index.ts';
import { mayOpen, type StaffMember } from '../../staff/index.ts';
import type { CaseChange } from '../case/change-case.ts';
import type { Case, CaseEvent, CaseId } from '../case/model.ts';
import type { CaseworkContext } from '../case/world.ts';
import { isAbout } from '../decision/about-whom.ts';
import type { DeskError, DeskRefusal } from './desk.ts';

/** An agent with a case in hand, in one transaction. */
export type InHand = { readonly kind: 'in-hand'; readonly case: Case };

/** What an agent may do with a case: look, or change it as it was when they saw it. */
export type Ask = { readonly agent: StaffMember; readonly id: CaseId };
export type AskToChange = Ask & { readonly version: number };

const LEAST_REASON = 10;
const MOST_REASON = 500;

/** Finds a case for somebody who handles cases. Drafts belong to their applicants: nobody else sees them. */
export async function find({ stores }: CaseworkContext, { agent, id }: Ask): Promise<InHand | DeskRefusal> {
  if (!mayOpen('cases', agent)) return { kind: 'not-allowed' };
  const one = await stores.cases.find(id);
  return one === null || one.state.kind === 'draft'
    ? { kind: 'unknown-case' }
    : { kind: 'in-hand', case: one };
}

/** Finds a case that this agent may look into: any but one about themselves (SECURITY.md). */
export async function findToLook(context: CaseworkContext, ask: Ask): Promise<InHand | DeskRefusal> {
  const found = await find(context, ask);
  if (found.kind !== 'in-hand') return found;
  return (await isOwnCase(context, found.case, ask.agent.person)) ? { kind: 'own-case' } : found;
}

/**
 * Finds a case that this agent may change now: unchanged since they saw it, not open at somebody else's desk, not about
 * themselves (SECURITY.md).
 */
export async function takeInHand(context: CaseworkContext, ask: AskToChange): Promise<InHand | DeskRefusal> {
  const found = await find(context, ask);
  if (found.kind !== 'in-hand') return found;
  const one = found.case;
  // Before anything is told of what happened meanwhile.
  if (await isOwnCase(context, one, ask.agent.person)) return { kind: 'own-case' };
  if (one.version !== ask.version) return changedSince(context, one, ask.version);
  const lock = await lockOfAnother(context, ask, one);
  if (lock) return { kind: 'locked', lock };
  return found;
}

/** Like `takeInHand`, for what only the agent does whose case it is. */
export async function takeOwn(context: CaseworkContext, ask: AskToChange): Promise<InHand | DeskRefusal> {
  const taken = await takeInHand(context, ask);
  if (taken.kind !== 'in-hand') return taken;
  const { state } = taken.case;
  const holder = 'agent' in state ? state.agent : null;
  if (holder === null || holder === ask.agent.person) return taken;
  return { kind: 'locked', lock: { case: ask.id, agent: holder, seenAt: taken.case.changedAt } };
}

/** When a lock that nobody renewed is free again. */
export function staleBefore({ world, now }: CaseworkContext): Date {
  return later(now, -world.settings.lockMilliseconds);
}

async function lockOfAnother(context: CaseworkContext, { agent }: Ask, one: Case) {
  const lock = await context.stores.caseLocks.holder(one.id, staleBefore(context));
  return lock !== null && lock.agent !== agent.person ? lock : null;
}

/** What happened since somebody saw this version. Every event tells the version that it led to. */
export async function changedSince(
  { stores }: CaseworkContext,
  one: Case,
  version: number,
): Promise<DeskRefusal> {
  const events = await stores.caseEvents.of(one.id);
  const isLater = ({ details }: CaseEvent) => Number(details.version ?? 0) > version;
  return { kind: 'changed', case: one, since: events.filter(isLater) };
}

/**
 * Whether the case is about this person (SECURITY.md): by the eID, by the number that is named or that the case holds, or by
 * names and birth date, whichever way the case came in.
 */
export async function isOwnCase(
  { stores, now }: OwnContext,
  one: Pick<Case, 'applicant' | 'state'>,
  person: PersonId,
  named: NationalNumber | null = null,
): Promise<boolean> {
  const { identity } = one.applicant;
  const { state } = one;
  if (state.kind === 'decided' && state.outcome.kind !== 'refused' && state.outcome.person === person)
    return true;
  for (const number of [named, proposedNumber(state, now)])
    if (number !== null && (await personUnder({ stores }, number)) === person) return true;
  const link = identity && (await stores.links.findLive(identity.country, identity.identifier));
  if (link?.person === person) return true;
  const registered = await registeredAs({ stores }, person);
  return registered !== null && isAbout(one.applicant, registered);
}

/** Whose number this is, however it was replaced meanwhile. */
async function personUnder(
  { stores }: Pick<OwnContext, 'stores'>,
  number: NationalNumber,
): Promise<PersonId | null> {
  const registered = await stores.register.findByNumber(number);
  const known =
    registered === null
      ? await stores.persons.findByNumber(number)
      : await knownBehind(stores.persons, registered, number);
  return known?.id ?? null;
}

type OwnContext = {
  readonly stores: Pick<CaseworkContext['stores'], 'persons' | 'links' | 'register'>;
  readonly now: Date;
};

/** What the register holds of somebody whom Sluis knows. */
export async function registeredAs(
  { stores }: Pick<OwnContext, 'stores'>,
  person: PersonId,
): Promise<RegisteredPerson | null> {
  const own = await stores.persons.find(person);
  return own?.number ? stores.register.findByNumber(own.number) : null;
}

/** The number of a link that waits for a second agent. */
export function proposedNumber(state: Case['state'], now: Date): NationalNumber | null {
  if (state.kind !== 'to-confirm' || state.proposal.kind !== 'link') return null;
  const parsed = parseNationalNumber(state.proposal.number, now);
  return parsed.kind === 'parsed' ? parsed.number : null;
}

/** A reason of ten to five hundred characters; the error names the field. */
export function checkReason(field: string, text: string, least = LEAST_REASON): readonly DeskError[] {
  const length = [...text.trim()].length;
  if (length === 0) return least === 0 ? [] : [{ field, code: 'empty' }];
  if (length < least) return [{ field, code: 'too-short' }];
  return length > MOST_REASON ? [{ field, code: 'too-long' }] : [];
}

/** A text to an applicant. */
export function checkText(field: string, text: string, most = 2000): readonly DeskError[] {
  const length = [...text.trim()].length;
  if (length === 0) return [{ field, code: 'empty' }];
  return length > most ? [{ field, code: 'too-long' }] : [];
}

/** A change that a command refused, in the words of the desk. */
export function refusalOf(one: Case, change: Exclude<CaseChange, { kind: 'changed' }>): DeskRefusal {
  if (change.kind === 'second-needed') throw new Error('what needs a second person must be proposed');
  return change.kind === 'not-now' ? { kind: 'not-now', state: one.state.kind } : change;
}

export function wrong(errors: readonly DeskError[]): DeskRefusal {
  return { kind: 'wrong', errors };
}
