import { afterOthers, ChangedMeanwhile } from '../../src/base/changed-meanwhile.ts';
import type { OidcModel, StateChange, StatePayload } from '../../src/login/index.ts';
import type { Store } from '../../src/store/index.ts';

/** Keeps state of the protocol as one request does; `overtaken` when another was first. */
export async function keepStates(
  store: Pick<Store, 'inTransaction'>,
  ...changes: readonly StateChange[]
): Promise<'kept' | 'overtaken'> {
  try {
    await afterOthers(() => store.inTransaction(['oidc'], ({ oidc }) => oidc.keep(changes)));
    return 'kept';
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return 'overtaken';
    throw error;
  }
}

/** State that is added, or replaces what still has the version `was`. */
export function putState(
  model: OidcModel,
  id: string,
  payload: StatePayload,
  expiresAt: Date,
  was?: number,
): StateChange {
  return { kind: 'put', model, id, payload, expiresAt, ...(was === undefined ? {} : { was }) };
}
