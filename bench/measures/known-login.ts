import type { Application } from '../../src/domain/application/index.ts';
import type { Figure, Section } from '../report.ts';
import { format } from '../report.ts';
import { bareCryptography, cpuOf } from '../world/bare-cryptography.ts';
import { type BareProvider, bareLoginSteps, openBareVisitor } from '../world/bare-login.ts';
import { knownLoginSteps, openVisitor } from '../world/known-login.ts';
import type { World } from '../world/open-world.ts';
import { type Costs, walkInWaves } from '../world/waves.ts';

const LOGINS = 60;
const CRYPTO_RUNS = 100;
const MOST_TIMES_BARE = 2.5;

type Algorithm = Application['idTokenAlgorithm'];
type Round = {
  readonly ours: Costs;
  readonly bare: Costs;
  readonly crypto: number;
  readonly postgres: number | null;
};

/**
 * A known-link login in CPU of the platform process, against `oidc-provider` alone and against the bare cryptography. The three
 * take turns, so that whatever else the machine does weighs on all alike; the middle of the rounds counts.
 */
export async function measureKnownLogin(
  world: World,
  bare: BareProvider,
  options: { readonly warming: number; readonly rounds: number },
): Promise<Section> {
  for (let round = 0; round < options.warming; round += 1) await runRound(world, bare, 'RS256');
  const rounds: Record<Algorithm, Round[]> = { RS256: [], ES256: [] };
  for (let round = 0; round < options.rounds; round += 1) {
    for (const algorithm of ['RS256', 'ES256'] as const)
      rounds[algorithm].push(await runRound(world, bare, algorithm));
  }
  const figures = (['RS256', 'ES256'] as const).flatMap((algorithm) =>
    figuresOf(algorithm, rounds[algorithm]),
  );
  return {
    title: 'A complete login of a person who is known',
    figures,
    table: tableOf([...rounds.RS256, ...rounds.ES256]),
  };
}

async function runRound(world: World, bare: BareProvider, algorithm: Algorithm): Promise<Round> {
  const application = world.applications[algorithm];
  const visitors = Array.from({ length: LOGINS }, (_, index) => openVisitor(world, application, index));
  const others = Array.from({ length: LOGINS }, () => openBareVisitor(bare, application));
  const before = world.postgresCpu();
  const ours = await walkInWaves(
    visitors,
    knownLoginSteps(world),
    async () => (await world.platform.usage()).cpu,
  );
  const after = world.postgresCpu();
  return {
    ours,
    bare: await walkInWaves(others, bareLoginSteps(bare), async () => (await bare.process.usage()).cpu),
    crypto: cpuOf(bareCryptography(world, algorithm), CRYPTO_RUNS),
    postgres: before === null || after === null ? null : (after - before) / LOGINS,
  };
}

function figuresOf(algorithm: Algorithm, rounds: readonly Round[]): readonly Figure[] {
  const ours = median(rounds.map((round) => sum(round.ours)));
  const bare = median(rounds.map((round) => sum(round.bare)));
  const crypto = median(rounds.map((round) => round.crypto));
  const postgres = median(rounds.map((round) => round.postgres ?? Number.NaN));
  const note = `${format(ours)} ms CPU; ${format(postgres)} ms in PostgreSQL besides`;
  return [
    {
      name: `${algorithm}: CPU ÷ oidc-provider alone, in memory`,
      value: median(rounds.map((round) => sum(round.ours) / sum(round.bare))),
      unit: 'ratio',
      limit: algorithm === 'RS256' ? { most: MOST_TIMES_BARE } : null,
      note: `${format(bare)} ms`,
    },
    {
      name: `${algorithm}: CPU ÷ bare cryptography of the same login`,
      value: median(rounds.map((round) => sum(round.ours) / round.crypto)),
      unit: 'ratio',
      limit: null,
      note: `${format(crypto)} ms`,
    },
    { name: `${algorithm}: the login itself`, value: ours, unit: 'ms', limit: null, note },
  ];
}

/** Where the time goes: one line for each request, in milliseconds of CPU and in parts of the whole. */
function tableOf(rounds: readonly Round[]): readonly (readonly string[])[] {
  const names = [...(rounds[0]?.ours.keys() ?? [])];
  const costs = names.map((name) => [name, median(rounds.map(({ ours }) => ours.get(name) ?? 0))] as const);
  const whole = costs.reduce((total, [, cost]) => total + cost, 0);
  return [
    ['request', 'ms CPU', 'part'],
    ...costs.map(([name, cost]) => [name, format(cost), `${((100 * cost) / whole).toFixed(0)} %`]),
  ];
}

function sum(costs: Costs): number {
  return [...costs.values()].reduce((total, cost) => total + cost, 0);
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? Number.NaN, sorted[Math.floor(middle)] ?? Number.NaN];
  return (low + high) / 2;
}
