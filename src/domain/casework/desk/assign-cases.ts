import type { PersonId } from '../../person/index.ts';
import { caseworkApplicationId, mayOpen, type StaffMember, staffRightCodes } from '../../staff/index.ts';
import { assignCase, releaseCase } from '../case/change-case.ts';
import { keepCase, record } from '../case/keep-case.ts';
import type { Case, CaseId } from '../case/model.ts';
import type { CaseworkContext } from '../case/world.ts';
import { wordsOfMember } from '../decision/about-whom.ts';
import type { Desk } from './desk.ts';
import {
  type Ask,
  type AskToChange,
  checkReason,
  findToLook,
  isOwnCase,
  refusalOf,
  registeredAs,
  staleBefore,
  takeOwn,
  wrong,
} from './desk-context.ts';

/** The case that waits longest, for this agent; two who ask at the same moment get two. */
export async function takeNext(context: CaseworkContext, agent: StaffMember): ReturnType<Desk['takeNext']> {
  if (!mayOpen('cases', agent)) return { kind: 'none' };
  const one = await nextFor(context, agent.person);
  if (one === null) return { kind: 'none' };
  const change = assignCase(one, agent.person, context.now);
  if (change.kind !== 'changed') return { kind: 'none' };
  await keepAssigned(context, change.case, agent.person, agent.person);
  return { kind: 'taken', case: change.case };
}

/** The store passes over cases that are about the agent. One that it could not tell is passed over here. */
async function nextFor(context: CaseworkContext, person: PersonId): Promise<Case | null> {
  const registered = await registeredAs(context, person);
  const about = registered === null ? [] : wordsOfMember(registered);
  for (const barred: CaseId[] = []; ; ) {
    const one = await context.stores.caseLists.next({ person, about, barred }, context.now);
    if (one === null || !(await isOwnCase(context, one, person))) return one;
    barred.push(one.id);
  }
}

const MOST_AT_ONCE = 100;

/** Gives many cases to one agent. To take for oneself is everybody's; to give to others or away from others is the lead's. */
export async function assign(
  context: CaseworkContext,
  agent: StaffMember,
  { cases, to }: { readonly cases: readonly CaseId[]; readonly to: PersonId },
): ReturnType<Desk['assign']> {
  const isLead = mayOpen('case-lead', agent);
  if (!mayOpen('cases', agent) || (to !== agent.person && !isLead)) return { kind: 'not-allowed' };
  if (cases.length === 0) return wrong([{ field: 'cases', code: 'choose' }]);
  const able = await agents(context);
  if (!able.some(({ person }) => person === to)) return wrong([{ field: 'to', code: 'choose' }]);
  const assigned: CaseId[] = [];
  const taken: { readonly case: CaseId; readonly by: PersonId | null }[] = [];
  // In one order, whatever the list was sorted by: two leads with the same cases wait for each other, and never both at once.
  for (const id of [...new Set(cases)].slice(0, MOST_AT_ONCE).sort()) {
    const one = await context.stores.cases.find(id);
    const outcome = one && (await assignOne(context, one, { agent, to, isLead }));
    if (outcome === 'assigned') assigned.push(id);
    else taken.push({ case: id, by: one && 'agent' in one.state ? one.state.agent : null });
  }
  const names = await context.stores.caseLists.namesOf([
    to,
    ...taken.flatMap(({ by }) => (by === null ? [] : [by])),
  ]);
  return { assigned, taken, names };
}

async function assignOne(
  context: CaseworkContext,
  one: Case,
  { agent, to, isLead }: { readonly agent: StaffMember; readonly to: PersonId; readonly isLead: boolean },
): Promise<'assigned' | 'not'> {
  const holder = 'agent' in one.state ? one.state.agent : null;
  if (holder === to) return 'assigned';
  if (holder !== null && !isLead) return 'not';
  if (await isOwnCase(context, one, to)) return 'not';
  if (to !== agent.person && (await isOwnCase(context, one, agent.person))) return 'not';
  const change = assignCase(one, to, context.now);
  if (change.kind !== 'changed') return 'not';
  await keepAssigned(context, change.case, agent.person, to);
  return 'assigned';
}

async function keepAssigned(context: CaseworkContext, one: Case, by: PersonId, to: PersonId): Promise<void> {
  const happening = { kind: 'assigned', by: { kind: 'agent', person: by }, details: { to } } as const;
  await keepCase(context, one, happening);
}

type AgentsContext = { readonly stores: Pick<CaseworkContext['stores'], 'caseLists'>; readonly now: Date };

/** Everybody who handles cases now. */
export async function agents({ stores, now }: AgentsContext) {
  const lists = await Promise.all(
    (['case-agent', 'case-lead'] as const).map((right) =>
      stores.caseLists.agents(caseworkApplicationId, staffRightCodes[right], now),
    ),
  );
  const byId = new Map(lists.flat().map((each) => [each.person, each]));
  return [...byId.values()].sort((one, other) => one.name.localeCompare(other.name));
}

export async function release(context: CaseworkContext, ask: AskToChange): ReturnType<Desk['release']> {
  const taken = await takeOwn(context, ask);
  if (taken.kind !== 'in-hand') return taken;
  const change = releaseCase(taken.case, context.now);
  if (change.kind !== 'changed') return refusalOf(taken.case, change);
  await keepCase(context, change.case, { kind: 'released', by: { kind: 'agent', person: ask.agent.person } });
  await context.stores.caseLocks.release(ask.id, ask.agent.person);
  return { kind: 'done', case: change.case };
}

/** Takes over lock and case from a colleague; the reason stands in the timeline. */
export async function takeOver(
  context: CaseworkContext,
  ask: Ask,
  reason: string,
): ReturnType<Desk['takeOver']> {
  const { stores, now } = context;
  const errors = checkReason('reason', reason);
  if (errors.length > 0) return wrong(errors);
  const found = await findToLook(context, ask);
  if (found.kind !== 'in-hand') return found;
  const me = ask.agent.person;
  const { state } = found.case;
  const lock = await stores.caseLocks.holder(ask.id, staleBefore(context));
  await stores.caseLocks.force(ask.id, me, now);
  // Whoever takes over a proposal would propose and confirm it in one person: the case stays with who proposed.
  const change = state.kind === 'to-confirm' ? null : assignCase(found.case, me, now);
  const takenOver = { kind: 'taken-over', by: { kind: 'agent', person: me }, text: reason.trim() } as const;
  if (change?.kind !== 'changed') {
    const from = lock === null || lock.agent === me ? null : lock.agent;
    await record(context, found.case, { ...takenOver, details: { from } });
    return { kind: 'done', case: found.case };
  }
  await keepCase(context, change.case, {
    ...takenOver,
    details: { from: 'agent' in state ? state.agent : null },
  });
  return { kind: 'done', case: change.case };
}
