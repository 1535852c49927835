import { type Clock, DAY, later } from '../src/base/time.ts';
import type { Settings } from '../src/config/settings.ts';
import { type ApplyStores, applyApplication, type OidcApplication } from '../src/domain/application/index.ts';
import { caseworkApplication } from '../src/domain/staff/index.ts';
import { loadKeys } from '../src/processes/keys/load-keys.ts';
import { demoNumbersAfter } from '../src/processes/wiring/policy.ts';
import { openStore, type Store, type Stores } from '../src/store/index.ts';
import { demoApplications } from './applications/demo-applications.ts';
import { caseworkNeeds, openCaseFrame, readDemoDocument } from './case-frame.ts';
import { finishPastMail } from './finish-past-mail.ts';
import { type Happening, playInOrder } from './happening.ts';
import { correlationFor } from './naming.ts';
import type { DemoSites } from './open-demo-sites.ts';
import { readDemoRegister } from './read-register.ts';
import { casesOf } from './seed-cases.ts';
import { seedCountries } from './seed-countries.ts';
import { HISTORY_DAYS, historyOf } from './seed-history.ts';
import { seedInvitation } from './seed-invitation.ts';
import { peopleNeeds, seedPeople } from './seed-people.ts';
import { seedProviders } from './seed-providers.ts';
import { seedTown } from './seed-town.ts';
import { waitingNeeds, waitingOf } from './seed-waiting.ts';
import { type Persona, personas } from './world/personas.ts';
import { demoStaff } from './world/ties.ts';

export type SeedSetting = {
  readonly store: Store;
  readonly databaseUrl: string;
  /** Of the role that makes windows of time, where it is another. */
  readonly upkeepUrl?: string | null;
  readonly settings: Settings;
  readonly sites: DemoSites;
  readonly clock: Clock;
  /** Whether it has ninety days behind it, as in the demo; not where only its people are needed. */
  readonly past?: boolean;
};

/** Mail that is younger than this goes out, so that the inbox is not empty. */
const MAIL_DAYS = 2;

/**
 * Makes the demo world, or completes it: what is there already stays. The first time it is made ninety days ago, and
 * history is written from then on, so that the trail is in the order of time: all of it in one transaction, or none.
 */
export async function seedDemo(setting: SeedSetting): Promise<readonly Persona[]> {
  const { store, databaseUrl, upkeepUrl = null, settings, sites, clock } = setting;
  const now = clock();
  const isFirst = (await store.audit.list({ kind: 'seed.applied', limit: 1 })).length === 0;
  const hasPast = isFirst && setting.past !== false;
  const document = hasPast ? readDemoDocument() : null;
  let moment = isFirst ? later(now, -(HISTORY_DAYS + 1) * DAY) : now;
  const { store: dataKeys } = await loadKeys(settings);
  const past = await openStore({
    ...{ url: databaseUrl, upkeepUrl, keys: dataKeys, poolSize: 2, numbersAfter: demoNumbersAfter },
    clock: () => moment,
  });
  try {
    const applications = demoApplications(sites.applications);
    await seedCountries(store, sites.europe.members, now);
    await importRegister(past, now);
    if (hasPast) await openPast(past, now);
    await past.inTransaction(needs, async (stores) => {
      for (const application of applications) await putApplication(stores, application, moment);
      const began = later(now, -3 * 365 * DAY);
      await stores.applications.put(caseworkApplication);
      const rightsIn = [...applications, caseworkApplication];
      const people = await seedPeople({ stores, applications: rightsIn, began, now });
      if (isFirst) await stores.audit.record(seedEvent(people.size));
      if (document === null) return;
      const setClock = (at: Date) => {
        moment = at;
      };
      const past = { stores, people, applications, now, settings, document: await document };
      await playInOrder(await happeningsOf({ ...past, clock: () => moment }), setClock);
    });
    await seedProviders(past, sites, now);
    await seedInvitation(past, now);
    moment = now;
    if (hasPast) await seedTown(past, applications, now);
    if (hasPast) await finishPastMail(past, later(now, -MAIL_DAYS * DAY));
  } finally {
    await past.close();
  }
  return personas;
}

const needs = [
  'catalogueVersions',
  'rightHolders',
  ...peopleNeeds,
  ...caseworkNeeds,
  ...waitingNeeds,
] as const;

/** One transaction crosses several months, and sees only the windows of time that were there when it began. */
async function openPast({ upkeep }: Store, now: Date): Promise<void> {
  for (let days = HISTORY_DAYS + 1; days > 0; days -= 30) await upkeep.run(later(now, -days * DAY));
}

type Past = Omit<Parameters<typeof openCaseFrame>[0], 'application'> &
  Pick<Parameters<typeof waitingOf>[0], 'stores' | 'applications'> & { readonly now: Date };

/** Logins and cases of ninety days, and what waits since this week. */
async function happeningsOf({ applications, now, ...past }: Past): Promise<readonly Happening[]> {
  const visitors = new Map([...past.people].filter(([id]) => !demoStaff.includes(id)));
  const klip = applications.find((each) => each.name.en === 'KLIP');
  if (!klip) throw new Error('KLIP is not among the applications of the demo');
  const frame = await openCaseFrame({ ...past, application: klip.id });
  const logins = historyOf({ stores: past.stores, people: visitors, applications, now });
  return [...logins, ...casesOf(frame, now, HISTORY_DAYS), ...waitingOf({ ...past, applications }, now)];
}

async function putApplication(
  stores: Pick<Stores, 'audit' | keyof ApplyStores>,
  application: OidcApplication,
  at: Date,
): Promise<void> {
  const { events } = await applyApplication(stores, application, { by: null, at });
  const correlation = correlationFor(`application ${application.id}`);
  await stores.audit.record(
    ...events.map((event) => ({ ...event, actor: { kind: 'system' } as const, correlation })),
  );
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
