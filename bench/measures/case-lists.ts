import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type CaseFilter, type CaseSorting, caseSortings } from '../../src/domain/casework/index.ts';
import { startEmbeddedPostgres } from '../../src/outside/postgres/embedded.ts';
import { migrate, openStore, type Store } from '../../src/store/index.ts';
import { ownCpu } from '../processes/measured.ts';
import { openPostgresCpu } from '../processes/postgres-cpu.ts';
import { type Figure, format, type Section } from '../report.ts';
import { putManyCases } from '../world/many-cases.ts';
import type { World } from '../world/open-world.ts';
import { median } from './known-login.ts';

const MOST_MILLISECONDS = 50;
const PAGE = 25;
const SLOWEST = 12;
const names = ['mine', 'unassigned', 'all', 'waiting', 'to-confirm', 'decided'] as const;

type Narrowed = Partial<Omit<CaseFilter, 'list' | 'sort'>>;
type Filters = { readonly agent: CaseFilter['agent']; readonly filters: Readonly<Record<string, Narrowed>> };
type Timed = {
  readonly list: CaseFilter['list'];
  readonly what: string;
  readonly milliseconds: number;
};
type Round = { readonly times: readonly Timed[]; readonly cpu: Readonly<Record<string, number>> };

/** The first page of every list, by every sorting both ways and with all kinds of filters: how long until its rows are there. */
export async function measureCaseLists(
  world: World,
  options: { readonly cases: number; readonly rounds: number; say(line: string): void },
): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-bench-cases-'));
  const database = await startEmbeddedPostgres({ folder });
  const client = new pg.Client({ connectionString: database.url });
  let store: Store | null = null;
  try {
    await migrate(database.url, new Date());
    await client.connect();
    const keys = world.keys.store;
    store = await openStore({ url: database.url, keys, poolSize: 1, clock: () => new Date() });
    const began = performance.now();
    await putManyCases(store, client, options.cases);
    options.say(`${options.cases} cases after ${Math.round((performance.now() - began) / 1000)} s`);
    const filters = await filtersFrom(client);
    const postgres = await openPostgresCpu(database.url);
    const cpu = () => ownCpu() + (postgres() ?? 0);
    const rounds: Round[] = [];
    for (let round = 0; round < options.rounds + 1; round += 1)
      rounds.push(await timesOf(store, filters, cpu));
    // The first round warms plans and caches.
    const figures = figuresOf(rounds.slice(1));
    const beside = await timesBeside(store, filters, options.rounds * 10);
    return {
      title: `First pages of lists among ${options.cases} cases`,
      figures: [...figures, ...beside],
      table: slowestOf(rounds.slice(1)),
    };
  } finally {
    await store?.close();
    await client.end();
    await database.stop();
    rmSync(database.folder, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What agents ask for, common and rare, with values that occur. */
async function filtersFrom(client: pg.Client): Promise<Filters> {
  const first = async (query: string): Promise<string> => {
    const { rows } = await client.query<{ value: string }>(query);
    if (rows[0] === undefined) throw new Error('there are too few cases');
    return rows[0].value;
  };
  const agents = (order: string) =>
    first(
      `select agent as value from cases where agent is not null group by 1 order by count(*) ${order} limit 1`,
    );
  const busy = (await agents('desc')) as CaseFilter['agent'];
  const rare = (await agents('asc')) as CaseFilter['agent'];
  const seldom = await first('select country as value from cases group by 1 order by count(*) limit 1');
  const drawn = (what: string) =>
    first(`select ${what} as value from cases where state = 'decided' order by id offset 500 limit 1`);
  return {
    agent: busy,
    filters: {
      'nothing more': {},
      'a common country': { country: 'FR' },
      'a rare country': { country: seldom },
      'a rare language': { language: 'de' },
      'rare in three ways': { country: seldom, language: 'de', origin: 'office' },
      'half common in two ways': { country: 'ES', language: 'nl' },
      'a rare state': { states: ['withdrawn'], origin: 'office' },
      'past the target': { late: true },
      'a busy agent': { assignee: busy },
      'an agent who was seldom there': { assignee: rare },
      'a reference': { search: await drawn('reference') },
      'a whole name': { search: await drawn('name') },
      'a family name': { search: await drawn("split_part(name, ' ', 2)") },
      'three letters': { search: (await drawn("split_part(name, ' ', 2)")).slice(1, 4) },
      'two letters': { search: 'wi' },
      'a name and a country': { search: 'bara', country: 'DE' },
      'a name that nobody has': { search: 'Xyzzy' },
    },
  };
}

async function timesOf(store: Store, { agent, filters }: Filters, cpu: () => number): Promise<Round> {
  const times: Timed[] = [];
  const cpuOf: Record<string, number> = {};
  for (const list of names) {
    const [before, timed] = [cpu(), times.length];
    for (const sort of caseSortings) {
      for (const [what, narrowed] of Object.entries(filters)) {
        for (const descending of [false, true]) {
          const began = performance.now();
          await store.inTransaction(['caseLists'], ({ caseLists }) =>
            caseLists.list({
              list,
              agent,
              sort,
              descending,
              page: 1,
              pageSize: PAGE,
              at: new Date(),
              ...narrowed,
            }),
          );
          const milliseconds = performance.now() - began;
          times.push({ list, what: `${what}, ${wordsOf(sort, descending)}`, milliseconds });
        }
      }
    }
    cpuOf[list] = (cpu() - before) / (times.length - timed);
  }
  return { times, cpu: cpuOf };
}

function wordsOf(sort: CaseSorting, descending: boolean): string {
  return `by ${sort}${descending ? ' downwards' : ''}`;
}

/** What stands on the pages besides the rows. */
async function timesBeside(store: Store, { agent }: Filters, rounds: number): Promise<readonly Figure[]> {
  const timed = async (name: string, work: () => Promise<unknown>): Promise<Figure> => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    }
    return figureOf(name, times);
  };
  return [
    await timed('counts of the overview', () =>
      store.inTransaction(['caseLists'], ({ caseLists }) => caseLists.counts(agent, new Date())),
    ),
    await timed('the next case', () =>
      store.inTransaction(['caseLists'], ({ caseLists }) =>
        caseLists.next({ person: agent, about: [], barred: [] }, new Date()),
      ),
    ),
    await timed('the usual time', () =>
      store.inTransaction(['caseLists'], ({ caseLists }) => caseLists.usualDays(new Date())),
    ),
    await timed('countries of the filter', () =>
      store.inTransaction(['caseLists'], ({ caseLists }) => caseLists.countries()),
    ),
  ];
}

function figureOf(name: string, milliseconds: readonly number[]): Figure {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return {
    name: `p95: ${name}`,
    value: at(0.95),
    unit: 'ms',
    limit: { most: MOST_MILLISECONDS },
    note: `median ${format(at(0.5))}, slowest ${format(at(1))} ms`,
  };
}

function figuresOf(rounds: readonly Round[]): readonly Figure[] {
  return names.map((name) => {
    const times = rounds.flatMap((round) => round.times).filter(({ list }) => list === name);
    const cpu = rounds.reduce((sum, round) => sum + (round.cpu[name] ?? 0), 0) / rounds.length;
    const figure = figureOf(
      `the list ${name}`,
      times.map(({ milliseconds }) => milliseconds),
    );
    return { ...figure, note: `${figure.note}; ${format(cpu)} ms of CPU each` };
  });
}

/** By the middle of the rounds: a single slow one tells more of the machine than of the list. */
function slowestOf(rounds: readonly Round[]): readonly (readonly string[])[] {
  const times = rounds.flatMap((round) => round.times);
  return [...Map.groupBy(times, ({ list, what }) => `${list}: ${what}`)]
    .map(([what, all]) => ({ what, middle: median(all.map(({ milliseconds }) => milliseconds)) }))
    .toSorted((one, other) => other.middle - one.middle)
    .slice(0, SLOWEST)
    .map(({ what, middle }) => [what, `${format(middle)} ms`]);
}
