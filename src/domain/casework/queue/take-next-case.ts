import { type ActingPerson, mayActIn } from '../../acting/index.ts';
import { assignCase } from '../case/change-case.ts';
import { keepingNeeds } from '../case/keep-case.ts';
import type { Case, CaseId } from '../case/model.ts';
import { act, type Context } from '../case/world.ts';
import { wordsOfMember } from '../decision/about-whom.ts';
import { isOwnCase, ownCaseNeeds, registeredAs } from '../decision/own-case.ts';
import { keepAssigned } from './keep-assigned.ts';

const nextNeeds = ['caseLists', ...ownCaseNeeds] as const;

/** The case that waits longest, for this agent; two who ask at the same moment get two. */
export const takeNextCase = act(
  [...nextNeeds, ...keepingNeeds],
  async (
    context,
    { by }: { readonly by: ActingPerson },
  ): Promise<{ readonly kind: 'taken'; readonly case: Case } | { readonly kind: 'none' }> => {
    if (!mayActIn('cases', by)) return { kind: 'none' };
    const one = await nextFor(context, by);
    if (one === null) return { kind: 'none' };
    const change = assignCase(one, by.person, context.now);
    if (change.kind !== 'changed') return { kind: 'none' };
    await keepAssigned(context, change.case, { by, to: by.person });
    return { kind: 'taken', case: change.case };
  },
);

/** The store passes over cases that are about the agent. One that it could not tell is passed over here. */
async function nextFor(context: Context<typeof nextNeeds>, by: ActingPerson): Promise<Case | null> {
  const { person } = by;
  const registered = await registeredAs(context, person);
  const about = registered === null ? [] : wordsOfMember(registered);
  for (const barred: CaseId[] = []; ; ) {
    const one = await context.stores.caseLists.next({ person, about, barred }, context.now);
    if (one === null || !(await isOwnCase(context, one, by))) return one;
    barred.push(one.id);
  }
}
