import { ChangedMeanwhile } from '../../../base/changed-meanwhile.ts';
import { keepCase } from '../case/keep-case.ts';
import type { CaseId } from '../case/model.ts';
import { type CaseworkWorld, inContext } from '../case/world.ts';

const AT_ONCE = 100;

/**
 * Gives cases that were handed over under a typed name to the office of exactly that name, if there is one and no other. Answers
 * how many. Repeatable; who changes a case meanwhile is first.
 */
export async function findOffices(world: CaseworkWorld): Promise<number> {
  let given = 0;
  for (let after: CaseId | null = null, left = true; left; ) {
    const ids: readonly CaseId[] = await inContext(world, ({ stores }) =>
      stores.cases.withoutOffice(after, AT_ONCE),
    );
    for (const id of ids) given += (await giveToOffice(world, id)) ? 1 : 0;
    after = ids.at(-1) ?? null;
    left = ids.length === AT_ONCE;
  }
  return given;
}

async function giveToOffice(world: CaseworkWorld, id: CaseId): Promise<boolean> {
  try {
    return await inContext(world, async (context) => {
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
        by: { kind: 'system' },
        details: { office: only.organisation },
      });
      return true;
    });
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return false;
    throw error;
  }
}
