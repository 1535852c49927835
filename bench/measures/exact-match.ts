import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { match, type PresentedIdentity } from '../../src/domain/identity-matching/index.ts';
import type { RegisteredPerson } from '../../src/domain/person/index.ts';
import { startEmbeddedPostgres } from '../../src/outside/postgres/embedded.ts';
import { migrate, openStore, type Store } from '../../src/store/index.ts';
import { ownCpu } from '../processes/measured.ts';
import { openPostgresCpu } from '../processes/postgres-cpu.ts';
import { type Figure, format, type Section } from '../report.ts';
import { numberAt, numbersFrom } from '../world/numbers.ts';
import type { World } from '../world/open-world.ts';
import { median } from './known-login.ts';

const BATCH = 5000;
const MATCHES = 1000;
const FEW = 1000;
const MOST_TIMES_FEW = 1.5;

type Register = { readonly store: Store; readonly persons: number };
type Cost = { readonly cpu: number; readonly wall: number };

/** An exact match at few persons and at many, in turns: CPU of Node and PostgreSQL together, and how long the answer takes. */
export async function measureExactMatch(
  world: World,
  options: { readonly persons: number; readonly rounds: number; say(line: string): void },
): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-bench-register-'));
  const databases = [
    await startEmbeddedPostgres({ folder: join(folder, 'few') }),
    await startEmbeddedPostgres({ folder: join(folder, 'many') }),
  ] as const;
  const stores: Store[] = [];
  try {
    const open = async (url: string, persons: number) => {
      await migrate(url, new Date());
      const store = await openStore({ url, keys: world.keys.store, poolSize: 1, clock: () => new Date() });
      stores.push(store);
      await fill(store, persons, options.say);
      return { register: { store, persons }, postgres: await openPostgresCpu(url) };
    };
    const few = await open(databases[0].url, FEW);
    const many = await open(databases[1].url, options.persons);
    const rounds: { few: Cost; many: Cost }[] = [];
    for (let round = 0; round < options.rounds + 1; round += 1) {
      rounds.push({
        few: await costOf(few.register, few.postgres),
        many: await costOf(many.register, many.postgres),
      });
    }
    // The first round warms plans and caches.
    return sectionOf(rounds.slice(1), options.persons);
  } finally {
    for (const store of stores) await store.close();
    for (const database of databases) {
      await database.stop();
      rmSync(database.folder, { recursive: true, force: true });
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

function sectionOf(rounds: readonly { few: Cost; many: Cost }[], persons: number): Section {
  const of = (what: keyof Cost): Figure => {
    const [low, high] = [
      median(rounds.map(({ few }) => few[what])),
      median(rounds.map(({ many }) => many[what])),
    ];
    return {
      name: `${what === 'cpu' ? 'CPU of Node and PostgreSQL' : 'time to answer'}: ${persons} persons ÷ ${FEW}`,
      value: median(rounds.map(({ few, many }) => many[what] / few[what])),
      unit: 'ratio',
      limit: { most: MOST_TIMES_FEW },
      note: `${format(high * 1000)} against ${format(low * 1000)} µs`,
    };
  };
  return { title: 'Exact match', figures: [of('cpu'), of('wall')] };
}

/** Fills the register as `sluis register import` does. */
async function fill(store: Store, persons: number, say: (line: string) => void): Promise<void> {
  const began = performance.now();
  const under = await store.registerImport.begin();
  let batch: RegisteredPerson[] = [];
  for (const number of numbersFrom(0, persons)) {
    batch.push(registered(number));
    if (batch.length < BATCH) continue;
    await under.addBatch(batch);
    batch = [];
  }
  if (batch.length > 0) await under.addBatch(batch);
  await under.commit();
  say(`${persons} persons imported in ${format((performance.now() - began) / 1000)} s`);
}

function registered(number: RegisteredPerson['number']): RegisteredPerson {
  return {
    number,
    familyName: 'Musterfrau',
    givenNames: 'Anna',
    birthDate: { year: number.year, month: number.month, day: number.day },
    birthPlace: 'Köln',
    sex: number.sex,
    nationality: 'DE',
    address: { street: 'Teststraße 1', postcode: '50667', municipality: 'Köln', country: 'DE' },
  };
}

async function costOf({ store, persons }: Register, postgres: () => number | null): Promise<Cost> {
  const own = ownCpu();
  const theirs = postgres();
  const began = performance.now();
  for (let done = 0; done < MATCHES; done += 1) {
    const number = numberAt(Math.floor(Math.random() * persons));
    const found = await store.inTransaction(['register'], (stores) => stores.register.findByNumber(number));
    if (found === null || match(presented(found), number, found).kind !== 'matched')
      throw new Error('a person of the register was not matched');
  }
  const wall = performance.now() - began;
  return { cpu: (ownCpu() - own + (postgres() ?? 0) - (theirs ?? 0)) / MATCHES, wall: wall / MATCHES };
}

function presented({ birthDate }: RegisteredPerson): PresentedIdentity {
  const two = (part: number | null) => String(part ?? 0).padStart(2, '0');
  return {
    country: 'DE' as PresentedIdentity['country'],
    identifier: 'DE/BE/bench' as PresentedIdentity['identifier'],
    familyName: { latin: 'Musterfrau', original: null },
    givenNames: { latin: 'Anna', original: null },
    birthDate:
      `${birthDate.year}-${two(birthDate.month)}-${two(birthDate.day)}` as PresentedIdentity['birthDate'],
    birthName: null,
    birthPlace: null,
    sex: null,
    nationalities: [],
    assurance: 'high',
    notified: true,
  };
}
