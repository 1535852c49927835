import type { OidcChanges, StateChange } from '../../login/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { hashId } from '../ground/sealing.ts';
import { changeStatement } from './change-statement.ts';
import { loginGrantsOn } from './login-grants.ts';
import { oidcStatesOn, sealState } from './oidc-states.ts';

/** State of OpenID Connect in a unit of work: what one request changes is kept with it. */
export function oidcChangesIn(context: StoreContext): OidcChanges {
  const grants = loginGrantsOn(context);
  return {
    find: oidcStatesOn(context).find,
    findGrant: grants.find,
    async keep(changes) {
      await keepStates(context, changes);
      for (const change of changes) {
        if (change.kind === 'grant') await grants.put(change.grant);
        if (change.kind === 'move-grant') await grants.move(change.id, change.session);
      }
    },
  };
}

async function keepStates(context: StoreContext, changes: readonly StateChange[]): Promise<void> {
  const { queries, protection, clock, ensurePartition } = context;
  const puts = changes.filter((each) => each.kind === 'put');
  for (const { expiresAt } of puts) await ensurePartition('oidc_states', expiresAt);
  const gone = changes.filter((each) => each.kind === 'destroy');
  const consumed = changes.filter((each) => each.kind === 'consume');
  const changed = puts.filter(({ was }) => was !== undefined);
  const added = puts.filter(({ was }) => was === undefined);
  if (gone.length + consumed.length + puts.length === 0) return;
  const { statement, rows } = changeStatement({
    gone: gone.length,
    consumed: consumed.length,
    changed: changed.length,
    added: added.length,
  });
  const values = [
    ...[...gone, ...consumed].map(({ model, id }) => hashId(model, id)),
    ...changed.flatMap((put) => {
      const { key, sealed, resting } = sealState(protection, put);
      return [sealed, put.expiresAt, ...resting, key, put.was];
    }),
    ...added.flatMap((put) => {
      const { key, sealed, resting } = sealState(protection, put);
      return [key, put.model, put.payload.grantId ?? null, sealed, put.expiresAt, ...resting];
    }),
    ...(gone.length + consumed.length + changed.length > 0 ? [clock()] : []),
  ];
  if (rows === null) await queries.changeUnheard(statement, values);
  else await queries.changeSurely(statement, values, rows);
}
