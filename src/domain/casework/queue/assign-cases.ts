import { type ActingPerson, mayActIn } from '../../acting/index.ts';
import type { PersonId } from '../../person/index.ts';
import { assignCase } from '../case/change-case.ts';
import { keepingNeeds } from '../case/keep-case.ts';
import type { Case, CaseId } from '../case/model.ts';
import { act, type Context } from '../case/world.ts';
import { isOwnCase, ownCaseNeeds } from '../decision/own-case.ts';
import { type DeskRefusal, wrong } from '../desk/desk-answer.ts';
import { keepAssigned } from './keep-assigned.ts';
import { agents } from './list-agents.ts';

const MOST_AT_ONCE = 100;
const assigningNeeds = [...keepingNeeds, ...ownCaseNeeds] as const;

export type AssignCases = {
  readonly by: ActingPerson;
  readonly cases: readonly CaseId[];
  readonly to: PersonId;
};

export type AssignedCases = {
  readonly assigned: readonly CaseId[];
  /** Those that somebody else had taken meanwhile, with whom. */
  readonly taken: readonly { readonly case: CaseId; readonly by: PersonId | null }[];
  readonly names: ReadonlyMap<PersonId, string>;
};

/** Gives many cases to one agent. To take for oneself is everybody's; to give to others or away from others is the lead's. */
export const assignCases = act(
  [...assigningNeeds, 'caseLists'],
  async (context, { by, cases, to }: AssignCases): Promise<AssignedCases | DeskRefusal> => {
    const isLead = mayActIn('case-lead', by);
    if (!mayActIn('cases', by) || (to !== by.person && !isLead)) return { kind: 'not-allowed' };
    if (cases.length === 0) return wrong([{ field: 'cases', code: 'choose' }]);
    const able = await agents(context);
    if (!able.some(({ person }) => person === to)) return wrong([{ field: 'to', code: 'choose' }]);
    const assigned: CaseId[] = [];
    const taken: { readonly case: CaseId; readonly by: PersonId | null }[] = [];
    // In one order, whatever the list was sorted by: two leads with the same cases wait for each other, and never both at once.
    for (const id of [...new Set(cases)].slice(0, MOST_AT_ONCE).sort()) {
      const one = await context.stores.cases.find(id);
      const outcome = one && (await assignOne(context, one, { by, to, isLead }));
      if (outcome === 'assigned') assigned.push(id);
      else taken.push({ case: id, by: one && 'agent' in one.state ? one.state.agent : null });
    }
    const names = await context.stores.caseLists.namesOf([
      to,
      ...taken.flatMap((each) => (each.by === null ? [] : [each.by])),
    ]);
    return { assigned, taken, names };
  },
);

async function assignOne(
  context: Context<typeof assigningNeeds>,
  one: Case,
  { by, to, isLead }: { readonly by: ActingPerson; readonly to: PersonId; readonly isLead: boolean },
): Promise<'assigned' | 'not'> {
  const holder = 'agent' in one.state ? one.state.agent : null;
  if (holder === to) return 'assigned';
  if (holder !== null && !isLead) return 'not';
  if (await isOwnCase(context, one, { person: to })) return 'not';
  if (to !== by.person && (await isOwnCase(context, one, by))) return 'not';
  const change = assignCase(one, to, context.now);
  if (change.kind !== 'changed') return 'not';
  await keepAssigned(context, change.case, { by, to });
  return 'assigned';
}
