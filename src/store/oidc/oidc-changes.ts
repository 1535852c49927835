import type { Pool } from 'pg';
import { afterOthers } from '../../base/changed-meanwhile.ts';
import type { OidcStates, StateChange } from '../../login/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { orChangedMeanwhile } from '../ground/serialisation.ts';
import type { Queries } from '../ground/statement.ts';
import { runInTransaction } from '../ground/transaction.ts';
import { loginGrantsOn } from './login-grants.ts';
import { oidcStatesOn } from './oidc-states.ts';

/** Another request used up first what these changes use up: nothing of them is kept. */
class Overtaken extends Error {}

/** Keeps all changes of one request, or none, in one transaction. */
export function oidcCommitOn(
  pool: Pool,
  contextOf: (queries: Queries) => StoreContext,
): OidcStates['commit'] {
  return async (changes) => {
    // What may turn out to be used up comes first: then nothing else has to be undone.
    const ordered = [...changes].sort(
      (one, other) => Number(isConditional(other)) - Number(isConditional(one)),
    );
    try {
      await afterOthers(() =>
        orChangedMeanwhile(() =>
          runInTransaction(pool, async (queries) => {
            const context = contextOf(queries);
            for (const change of ordered) await apply(context, change);
          }),
        ),
      );
      return { kind: 'kept' };
    } catch (error) {
      if (error instanceof Overtaken) return { kind: 'overtaken' };
      throw error;
    }
  };
}

function isConditional(change: StateChange): boolean {
  return change.kind === 'consume' || (change.kind === 'put' && change.was !== undefined);
}

async function apply(context: StoreContext, change: StateChange): Promise<void> {
  const states = oidcStatesOn(context);
  const grants = loginGrantsOn(context);
  switch (change.kind) {
    case 'put': {
      const { model, id, payload, expiresAt, events = [], was } = change;
      if (was === undefined) return states.upsert(model, id, payload, expiresAt, events);
      if (!(await states.replace(model, id, payload, expiresAt, was))) throw new Overtaken();
      return;
    }
    case 'consume':
      if (!(await states.consume(change.model, change.id, context.clock()))) throw new Overtaken();
      return;
    case 'destroy':
      return states.destroy(change.model, change.id);
    case 'grant':
      return grants.put(change.grant, change.events);
    case 'move-grant':
      return grants.move(change.id, change.session);
  }
}
