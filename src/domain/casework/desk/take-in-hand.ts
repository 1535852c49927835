import { later } from '../../../base/time.ts';
import { type ActingPerson, mayActIn } from '../../acting/index.ts';
import type { Case, CaseEvent, CaseId } from '../case/model.ts';
import type { Context } from '../case/world.ts';
import { isOwnCase, ownCaseNeeds } from '../decision/own-case.ts';
import type { DeskRefusal } from './desk-answer.ts';

/** What is asked of a case: by whom, and which. */
export type AskedOfCase = { readonly by: ActingPerson; readonly case: CaseId };
/** To change it, as it was when they saw it. */
export type AskedToChange = AskedOfCase & { readonly version: number };

/** An agent with a case in hand, in one transaction. */
export type InHand = { readonly kind: 'in-hand'; readonly case: Case };

export const lookingNeeds = ['cases', ...ownCaseNeeds] as const;
export const inHandNeeds = [...lookingNeeds, 'caseLocks', 'caseEvents'] as const;

/** Finds a case for somebody who handles cases. Drafts belong to their applicants: nobody else sees them. */
async function find(
  { stores }: Context<['cases']>,
  { by, case: id }: AskedOfCase,
): Promise<InHand | DeskRefusal> {
  if (!mayActIn('cases', by)) return { kind: 'not-allowed' };
  const one = await stores.cases.find(id);
  return one === null || one.state.kind === 'draft'
    ? { kind: 'unknown-case' }
    : { kind: 'in-hand', case: one };
}

/** Finds a case that this agent may look into: any but one about themselves (SECURITY.md). */
export async function findToLook(
  context: Context<typeof lookingNeeds>,
  asked: AskedOfCase,
): Promise<InHand | DeskRefusal> {
  const found = await find(context, asked);
  if (found.kind !== 'in-hand') return found;
  return (await isOwnCase(context, found.case, asked.by)) ? { kind: 'own-case' } : found;
}

/**
 * Finds a case that this agent may change now: unchanged since they saw it, not open at somebody else's desk, not about
 * themselves (SECURITY.md).
 */
export async function takeInHand(
  context: Context<typeof inHandNeeds>,
  asked: AskedToChange,
): Promise<InHand | DeskRefusal> {
  const found = await find(context, asked);
  if (found.kind !== 'in-hand') return found;
  const one = found.case;
  // Before anything is told of what happened meanwhile.
  if (await isOwnCase(context, one, asked.by)) return { kind: 'own-case' };
  if (one.version !== asked.version) return changedSince(context, one, asked.version);
  const lock = await context.stores.caseLocks.holder(one.id, staleBefore(context));
  return lock !== null && lock.agent !== asked.by.person ? { kind: 'locked', lock } : found;
}

/** Like `takeInHand`, for what only the agent does whose case it is. */
export async function takeOwn(
  context: Context<typeof inHandNeeds>,
  asked: AskedToChange,
): Promise<InHand | DeskRefusal> {
  const taken = await takeInHand(context, asked);
  if (taken.kind !== 'in-hand') return taken;
  const { state } = taken.case;
  const holder = 'agent' in state ? state.agent : null;
  if (holder === null || holder === asked.by.person) return taken;
  return { kind: 'locked', lock: { case: asked.case, agent: holder, seenAt: taken.case.changedAt } };
}

/** When a lock that nobody renewed is free again. */
export function staleBefore({ world, now }: Pick<Context<[]>, 'world' | 'now'>): Date {
  return later(now, -world.settings.lockMilliseconds);
}

/** What happened since somebody saw this version. Every event tells the version that it led to. */
export async function changedSince(
  { stores }: Context<['caseEvents']>,
  one: Case,
  version: number,
): Promise<DeskRefusal> {
  const events = await stores.caseEvents.of(one.id);
  const isLater = ({ details }: CaseEvent) => Number(details.version ?? 0) > version;
  return { kind: 'changed', case: one, since: events.filter(isLater) };
}
