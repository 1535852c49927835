import { correlationCode } from '../../src/base/correlation.ts';
import type { World } from '../../src/base/unit-of-work.ts';
import {
  type CaseworkSettings,
  type CaseworkStores,
  runCaseDuties,
} from '../../src/domain/casework/index.ts';
import { expireDocuments } from '../../src/domain/documents/index.ts';
import { systemRandomness } from '../../src/processes/wiring/randomness.ts';
import type { Store } from '../../src/store/index.ts';
import { caseworkSettingsExample } from './casework-walk.ts';

/** Everything that a worker does by itself, and what is looked at while it runs, once. */
export async function doEveryDuty(store: Store, now: Date): Promise<void> {
  const world: World<CaseworkStores, CaseworkSettings> = {
    clock: () => now,
    randomness: systemRandomness,
    settings: caseworkSettingsExample,
    inTransaction: store.inTransaction,
  };
  await runCaseDuties(world);
  await store.inTransaction(['documents', 'audit'], (stores) =>
    expireDocuments(stores, now, correlationCode(new Uint8Array(8))),
  );
  await store.upkeep.run(now);
  await store.outbox.take(['mail', 'job'], 5, now);
  await store.outbox.countsByState(now);
  await store.outbox.stuck();
  await store.outbox.troubled(200);
  await store.duties.troubles();
  await store.duties.take('everything', now, 1000);
}
