import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { rankCandidates, type Sought, searchKeys } from '../../src/domain/candidates/index.ts';
import type { RegisteredPerson } from '../../src/domain/person/index.ts';
import { startEmbeddedPostgres } from '../../src/outside/postgres/embedded.ts';
import { migrate, openStore, type Store } from '../../src/store/index.ts';
import type { Figure, Section } from '../report.ts';
import { putManyPersons } from '../world/many-persons.ts';
import { numberAt } from '../world/numbers.ts';
import type { World } from '../world/open-world.ts';

const MOST_MILLISECONDS = 150;
const MOST_TIMES = 3;
const FOUND = 60;
const MILLION = 1_000_000;

type Options = {
  readonly large: boolean;
  readonly searches: number;
  say(line: string): void;
};

/** A search for candidates among a million persons, and with `large` among ten: from what an applicant wrote to five in order. */
export async function measureCandidates(world: World, options: Options): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-bench-candidates-'));
  const database = await startEmbeddedPostgres({ folder });
  const client = new pg.Client({ connectionString: database.url });
  let store: Store | null = null;
  try {
    await migrate(database.url, new Date());
    await client.connect();
    store = await openStore({
      url: database.url,
      keys: world.keys.store,
      poolSize: 1,
      clock: () => new Date(),
    });
    const sealed = await sealOne(store, client);
    const fill = async (from: number, until: number) => {
      const began = performance.now();
      await putManyPersons(client, sealed, from, until);
      options.say(
        `${until} persons in the register after ${Math.round((performance.now() - began) / 1000)} s`,
      );
    };
    await fill(0, MILLION);
    const few = await timesOf(store, client, options.searches);
    if (!options.large) return sectionOf(few, null);
    await fill(MILLION, 10 * MILLION);
    return sectionOf(few, await timesOf(store, client, options.searches));
  } finally {
    await store?.close();
    await client.end();
    await database.stop();
    rmSync(database.folder, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

type Times = {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  readonly foundFirst: number;
};

function sectionOf(few: Times, many: Times | null): Section {
  const figure = (times: Times, persons: string, most: number): Figure => ({
    name: `p95 of a search among ${persons}`,
    value: times.p95,
    unit: 'ms',
    limit: { most },
    note: `median ${times.p50.toFixed(1)}, slowest ${times.most.toFixed(1)} ms; ${times.foundFirst.toFixed(1)} % found among the first five`,
  });
  const figures = [figure(few, '1 million', MOST_MILLISECONDS)];
  if (many === null) return { title: 'Candidates', figures };
  return {
    title: 'Candidates',
    figures: [
      ...figures,
      figure(many, '10 million', MOST_TIMES * MOST_MILLISECONDS),
      {
        name: 'p95: 10 million ÷ 1 million',
        value: many.p95 / few.p95,
        unit: 'ratio',
        limit: { most: MOST_TIMES },
      },
    ],
  };
}

/** One number, sealed as the register does it. */
async function sealOne(store: Store, client: pg.Client): Promise<Buffer> {
  await store.inTransaction(['register'], ({ register }) =>
    register.addPerson({
      number: numberAt(0),
      familyName: 'Musterfrau',
      givenNames: 'Anna',
      birthDate: { year: 1990, month: 1, day: 1 },
      birthPlace: null,
      sex: null,
      nationality: null,
      address: { street: null, postcode: null, municipality: null, country: null },
    }),
  );
  const { rows } = await client.query<{ number_sealed: Buffer }>(
    'select number_sealed from register_persons',
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a person who was just registered is gone');
  return row.number_sealed;
}

/** Searches for people of the register as they might write themselves: right, with a slip, or with day and month swapped. */
async function timesOf(store: Store, client: pg.Client, searches: number): Promise<Times> {
  const { rows } = await client.query<Drawn>(
    `select family_name, given_names, birth_year, birth_month, birth_day from register_persons tablesample bernoulli (100.0 * 4 * $1 / (select reltuples from pg_class where relname = 'register_persons')) order by number_hash limit $1`,
    [searches],
  );
  const times: number[] = [];
  let foundFirst = 0;
  for (const [index, row] of [...rows.slice(0, 20), ...rows].entries()) {
    const sought = soughtFrom(row, index);
    const began = performance.now();
    const found = await store.inTransaction(['candidates'], ({ candidates }) =>
      candidates.find(searchKeys(sought), FOUND),
    );
    const ranked = rankCandidates(sought, found);
    // The first ones warm plans.
    if (index < 20) continue;
    times.push(performance.now() - began);
    if (ranked.some(({ person }) => isDrawn(person, row))) foundFirst += 1;
  }
  times.sort((one, other) => one - other);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), most: at(1), foundFirst: (100 * foundFirst) / times.length };
}

type Drawn = {
  readonly family_name: string;
  readonly given_names: string;
  readonly birth_year: number;
  readonly birth_month: number | null;
  readonly birth_day: number | null;
};

function isDrawn(person: RegisteredPerson, row: Drawn): boolean {
  return (
    person.familyName === row.family_name &&
    person.givenNames === row.given_names &&
    person.birthDate.year === row.birth_year &&
    person.birthDate.month === row.birth_month &&
    person.birthDate.day === row.birth_day
  );
}

function soughtFrom(row: Drawn, index: number): Sought {
  const [family, given] = [row.family_name, row.given_names];
  const year = row.birth_year;
  const [month, day] = [row.birth_month ?? 6, row.birth_day ?? 15];
  const slips: readonly (() => Partial<Sought> & { names: readonly [string, string] })[] = [
    () => ({ names: [family, given] }),
    () => ({ names: [family.slice(0, 3) + family.slice(4), given] }),
    () => ({ names: [given, family] }),
    () => ({
      names: [family, given],
      birthDate: { year, month: Math.min(day, 12), day: day <= 12 ? month : day },
    }),
    () => ({ names: [family, given], birthDate: { year: year + 1, month, day } }),
    () => ({ names: [`${family} Peeters`, given.split(' ')[0] ?? given] }),
  ];
  const { names, ...changes } = slips[index % slips.length]?.() ?? { names: [family, given] };
  return {
    familyName: { latin: names[0], original: null },
    givenNames: { latin: names[1], original: null },
    previousNames: [],
    birthDate: { year, month, day },
    birthPlace: null,
    birthCountry: null,
    sex: null,
    nationalities: ['BE'],
    municipality: null,
    ...changes,
  };
}
