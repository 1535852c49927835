import { type Clock, DAY, later } from '../src/base/time.ts';
import type { Settings } from '../src/config/settings.ts';
import type { Application } from '../src/domain/application/index.ts';
import { caseworkApplication } from '../src/domain/staff/index.ts';
import { loadKeys } from '../src/processes/serve.ts';
import { openStore, type Store } from '../src/store/index.ts';
import { demoApplications } from './applications/demo-applications.ts';
import { correlationFor } from './naming.ts';
import type { DemoSites } from './open-demo-sites.ts';
import { readDemoRegister } from './read-register.ts';
import { seedCountries } from './seed-countries.ts';
import { HISTORY_DAYS, seedHistory } from './seed-history.ts';
import { seedPeople } from './seed-people.ts';
import { type Persona, personas } from './world/personas.ts';
import { demoStaff } from './world/ties.ts';

export type SeedSetting = {
  readonly store: Store;
  readonly databaseUrl: string;
  readonly settings: Settings;
  readonly sites: DemoSites;
  readonly clock: Clock;
};

/**
 * Makes the demo world, or completes it: what is there already stays. The first time it is made ninety days ago, and
 * history is written from then on, so that the trail is in the order of time.
 */
export async function seedDemo({
  store,
  databaseUrl,
  settings,
  sites,
  clock,
}: SeedSetting): Promise<readonly Persona[]> {
  const now = clock();
  const before = await store.audit.list({ kind: 'seed.applied', limit: 1 });
  let moment = before.length > 0 ? now : later(now, -(HISTORY_DAYS + 1) * DAY);
  const { store: dataKeys } = await loadKeys(settings);
  const past = await openStore({ url: databaseUrl, keys: dataKeys, poolSize: 2, clock: () => moment });
  try {
    const applications = demoApplications(sites.applications);
    await seedCountries(past, sites.europe.members, now);
    await importRegister(past, now);
    const people = await past.inTransaction(async (stores) => {
      for (const application of applications) await putApplication(stores, application);
      const began = later(now, -3 * 365 * DAY);
      await stores.applications.put(caseworkApplication);
      const rightsIn = [...applications, caseworkApplication];
      const seeded = await seedPeople({ stores, applications: rightsIn, began, now });
      if (before.length === 0) await stores.audit.record(seedEvent(seeded.size));
      return seeded;
    });
    if (before.length === 0) {
      const setClock = (at: Date) => {
        moment = at;
      };
      const visitors = new Map([...people].filter(([id]) => !demoStaff.includes(id)));
      await seedHistory({ store: past, setClock, people: visitors, applications, now });
    }
  } finally {
    await past.close();
  }
  return personas;
}

async function putApplication(
  stores: Parameters<Parameters<Store['inTransaction']>[0]>[0],
  application: Application,
): Promise<void> {
  const { kind } = await stores.applications.put(application);
  if (kind === 'unchanged') return;
  await stores.audit.record({
    kind: 'application.applied',
    actor: { kind: 'system' },
    subject: { kind: 'application', id: application.id },
    purpose: 'operation',
    details: { change: kind, scopes: application.scopes, assurance: application.assurance },
    correlation: correlationFor(`application ${application.id}`),
  });
}

async function importRegister(store: Store, now: Date): Promise<void> {
  const rows = await readDemoRegister(now);
  const session = await store.registerImport.begin();
  await session.addBatch(rows);
  await session.commit(({ added, changed, unchanged, repeated }) =>
    added + changed === 0
      ? []
      : [
          {
            kind: 'register.imported',
            actor: { kind: 'system' },
            subject: { kind: 'file', id: 'seed/register.csv' },
            purpose: 'operation',
            details: { added, changed, unchanged, repeated },
            correlation: correlationFor('register'),
          },
        ],
  );
}

function seedEvent(people: number) {
  return {
    kind: 'seed.applied',
    actor: { kind: 'system' },
    subject: null,
    purpose: 'operation',
    details: { people },
    correlation: correlationFor('seed'),
  } as const;
}
