import type { Figure, Section } from '../report.ts';
import { format } from '../report.ts';
import { oneOf, openVisitor, type Presses } from '../world/known-login.ts';
import { type Means, openMeans } from '../world/means.ts';
import { applications } from '../world/people.ts';
import { type Costs, totalOf, walkInWaves } from '../world/waves.ts';
import { median } from './known-login.ts';

const LOGINS = 60;

/** A way to prove who one is, and how much a login by it may cost as a multiple of one with the eID of another country. */
type Way = {
  readonly name: string;
  readonly most: number | null;
  readonly presses: (means: Means, ordinal: number) => Presses;
};

const eidas: Way = { name: 'eIDAS', most: null, presses: () => () => null };
const ways: readonly Way[] = [
  eidas,
  { name: 'passkey', most: 0.8, presses: ({ passkey }, ordinal) => passkey(ordinal) },
  { name: 'certificate', most: 0.8, presses: ({ certificate }, ordinal) => certificate(ordinal) },
  { name: 'OpenID provider', most: 1, presses: ({ openid }, ordinal) => openid(ordinal) },
];

/**
 * Logins of people who are known, by each means, into one application that takes them all: CPU of the platform's process and of PostgreSQL
 * against the login with the eID of another country. All take turns; the middle of the rounds counts.
 */
export async function measureMeans({
  warming,
  rounds,
}: {
  readonly warming: number;
  readonly rounds: number;
}): Promise<Section> {
  const means = await openMeans();
  try {
    for (let round = 0; round < warming; round += 1) await walkBy(means, ways[round % ways.length] ?? eidas);
    const measured = new Map<Way, Costs[]>(ways.map((way) => [way, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const way of ways) measured.get(way)?.push(await walkBy(means, way));
    return { title: 'A login by each means', figures: figuresOf(measured), table: tableOf(measured) };
  } finally {
    await means.close();
  }
}

function walkBy(means: Means, way: Way): Promise<Costs> {
  const { world } = means;
  const visitors = Array.from({ length: LOGINS }, (_, ordinal) =>
    openVisitor(world, applications.open, oneOf(world.people.one, ordinal), {
      presses: way.presses(means, ordinal),
    }),
  );
  const meter = async () => ({
    node: (await world.platform.usage()).cpu,
    postgres: world.postgresCpu() ?? Number.NaN,
  });
  return walkInWaves(visitors, { meter });
}

function together(costs: Costs | undefined): number {
  if (costs === undefined) return Number.NaN;
  const { node, postgres } = totalOf(costs);
  return node + postgres;
}

function figuresOf(measured: ReadonlyMap<Way, readonly Costs[]>): readonly Figure[] {
  const base = measured.get(eidas) ?? [];
  return [...measured]
    .filter(([way]) => way !== eidas)
    .map(([{ name, most }, rounds]) => ({
      name: `${name} ÷ eIDAS`,
      value: median(rounds.map((costs, round) => together(costs) / together(base[round]))),
      unit: 'ratio',
      limit: most === null ? null : { most },
      note: `${format(median(rounds.map(together)))} against ${format(median(base.map(together)))} ms`,
    }));
}

/** Where the time of each goes: a line for each request, in milliseconds of CPU. */
function tableOf(measured: ReadonlyMap<Way, readonly Costs[]>): readonly (readonly string[])[] {
  return [...measured].flatMap(([{ name }, rounds]) => {
    const requests = [...new Set(rounds.flatMap((costs) => [...costs.keys()]))];
    const mean = (request: string, of: 'node' | 'postgres') =>
      rounds.reduce((sum, costs) => sum + (costs.get(request)?.[of] ?? 0), 0) / rounds.length;
    return [
      [name, 'ms CPU', 'in PostgreSQL'],
      ...requests.map((request) => [
        request,
        format(mean(request, 'node')),
        format(mean(request, 'postgres')),
      ]),
    ];
  });
}
