import { ChangedMeanwhile } from '../../../base/changed-meanwhile.ts';
import type { World } from '../../../base/unit-of-work.ts';
import { system } from '../case/doer.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import type { CaseId } from '../case/model.ts';
import { act, bindActs, type CaseworkSettings, type CaseworkStores } from '../case/world.ts';

const AT_ONCE = 100;

/**
 * Gives cases that were handed over under a typed name to the office of exactly that name, if there is one and no other. Answers
 * how many. Repeatable; who changes a case meanwhile is first.
 */
export async function findOffices(world: World<CaseworkStores, CaseworkSettings>): Promise<number> {
  const run = bindActs(world);
  let given = 0;
  for (let after: CaseId | null = null, left = true; left; ) {
    const ids: readonly CaseId[] = await run(listWithoutOffice)({ after });
    for (const id of ids) given += (await orFirst(() => run(giveToOffice)({ case: id }))) ? 1 : 0;
    after = ids.at(-1) ?? null;
    left = ids.length === AT_ONCE;
  }
  return given;
}

const listWithoutOffice = act(['cases'], ({ stores }, { after }: { readonly after: CaseId | null }) =>
  stores.cases.withoutOffice(after, AT_ONCE),
);

const giveToOffice = act(
  ['offices', ...keepingNeeds],
  async (context, { case: id }: { readonly case: CaseId }): Promise<boolean> => {
    const { stores, now } = context;
    const one = await stores.cases.find(id);
    if (one?.state.kind !== 'handed-over' || one.handedTo !== null) return false;
    const { office } = one.state;
    const named = (await stores.offices.offices(now)).filter(({ name }) => name === office);
    const [only] = named;
    if (only === undefined || named.length > 1) return false;
    const given = { ...one, handedTo: only.organisation, version: one.version + 1, changedAt: now };
    await keepCase(context, given, {
      kind: 'handed-over',
      by: system,
      details: { office: only.organisation },
    });
    return true;
  },
);

async function orFirst(give: () => Promise<boolean>): Promise<boolean> {
  try {
    return await give();
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return false;
    throw error;
  }
}
