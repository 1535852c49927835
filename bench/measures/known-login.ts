import type { OidcApplication } from '../../src/domain/application/index.ts';
import type { Browser } from '../browser.ts';
import type { Figure, Section } from '../report.ts';
import { format } from '../report.ts';
import { bareCryptography, cpuOf } from '../world/bare-cryptography.ts';
import { type BareProvider, openBareVisitor, USERINFO } from '../world/bare-login.ts';
import { oneOf, openVisitor, type Place } from '../world/known-login.ts';
import { openWorld, startPlatform, type World } from '../world/open-world.ts';
import { applications, type People } from '../world/people.ts';
import type { Rival } from '../world/rival.ts';
import { type Costs, type Cpu, totalOf, walkInWaves } from '../world/waves.ts';
import { budgetFigures, countHops, hopTable } from './hops.ts';

const LOGINS = 60;
const CRYPTO_RUNS = 100;
const MOST_TIMES_BARE = 6;
const MOST_TIMES_BARE_NODE = 4.5;
const MOST_TIMES_BARE_AGAIN = 2.2;

/** A platform whose logins are measured: this one, or that of another commit. */
type Side = Place & Pick<World, 'platform' | 'postgresCpu'> & { readonly people: People };

/** A way to log in. `again`: into this application with the session of that login. */
type Kind = {
  readonly name: string;
  readonly application: OidcApplication;
  readonly atOnce: number;
  readonly people: keyof People;
  readonly again?: OidcApplication;
};

const known: Kind = { name: 'four at once', application: applications.RS256, atOnce: 4, people: 'one' };
const again: Kind = { ...known, name: 'single sign-on', again: applications.next };
const kinds: readonly Kind[] = [
  known,
  { ...known, name: 'sixteen at once', atOnce: 16 },
  { ...known, name: 'ES256', application: applications.ES256 },
  { ...known, name: 'with a choice of two', people: 'two' },
  again,
];

type Round = { readonly ours: Costs; readonly rival: Costs | null; readonly bare: Costs };

/**
 * Logins of people who are known, in CPU of the platform's process and of PostgreSQL, against `oidc-provider` alone, and against another
 * commit where there is one. All take turns, so that whatever else the machine does weighs on all alike; the middle of the rounds counts.
 */
export async function measureKnownLogin(
  world: World,
  bare: BareProvider,
  options: { readonly warming: number; readonly rounds: number; readonly rival: Rival | null },
): Promise<Section> {
  const rival = (await options.rival?.openWorld()) ?? null;
  try {
    const run = (kind: Kind) => runRound(kind, world, rival, bare);
    for (let round = 0; round < options.warming; round += 1) await run(round % 2 === 0 ? known : again);
    const rounds = new Map<Kind, Round[]>(kinds.map((kind) => [kind, []]));
    for (let round = 0; round < options.rounds; round += 1)
      for (const kind of kinds) rounds.get(kind)?.push(await run(kind));
    const crypto = cpuOf(bareCryptography(world, 'RS256'), CRYPTO_RUNS);
    const hops = await countHops(openWorld, startPlatform);
    const theirs = options.rival && (await countHops(options.rival.openWorld, options.rival.startPlatform));
    const costsOf = (side: 'ours' | 'rival') =>
      (rounds.get(known) ?? []).flatMap((round) => round[side] ?? []);
    return {
      title: 'A complete login of a person who is known, from the authorization request to userinfo',
      figures: [
        ...[...rounds].flatMap(([kind, each]) => figuresOf(kind, each)),
        { name: 'its bare cryptography', value: crypto, unit: 'ms', limit: null },
        ...budgetFigures(hops),
      ],
      table: [
        ...hopTable(hops.login, costsOf('ours')),
        ...(theirs && options.rival
          ? [[''], [options.rival.folder], ...hopTable(theirs.login, costsOf('rival'))]
          : []),
      ],
    };
  } finally {
    await rival?.close();
  }
}

async function runRound(kind: Kind, world: Side, rival: Side | null, bare: BareProvider): Promise<Round> {
  return {
    ours: await walkSide(kind, world),
    rival: rival && (await walkSide(kind, rival)),
    bare: await walkBare(kind, bare),
  };
}

async function walkSide({ application, atOnce, people, again }: Kind, side: Side): Promise<Costs> {
  const open = (asked: OidcApplication, browsers: readonly Browser[] = []) =>
    Array.from({ length: LOGINS }, (_, index) =>
      openVisitor(
        side,
        asked,
        oneOf(side.people[people], index),
        browsers[index] && { browser: browsers[index] },
      ),
    );
  const meter = async (): Promise<Cpu> => ({
    node: (await side.platform.usage()).cpu,
    postgres: side.postgresCpu() ?? Number.NaN,
  });
  const visitors = open(application);
  if (again === undefined) return walkInWaves(visitors, { meter, atOnce });
  await walkInWaves(visitors, { atOnce });
  const browsers = visitors.map(({ browser }) => browser);
  return walkInWaves(open(again, browsers), { meter, atOnce });
}

function walkBare({ application, atOnce }: Kind, bare: BareProvider): Promise<Costs> {
  const visitors = Array.from({ length: LOGINS }, () => openBareVisitor(bare, application));
  const meter = async () => ({ node: (await bare.process.usage()).cpu, postgres: 0 });
  return walkInWaves(visitors, { meter, atOnce });
}

const node = (costs: Costs) => totalOf(costs).node;
const postgres = (costs: Costs) => totalOf(costs).postgres;
const together = (costs: Costs) => node(costs) + postgres(costs);
/** A login ends with its tokens for the bare provider, and with userinfo for us. */
const toTokens = (costs: Costs) => node(costs) - (costs.get(USERINFO)?.node ?? 0);

function figuresOf(kind: Kind, rounds: readonly Round[]): readonly Figure[] {
  const middle = (of: (round: Round) => number) => median(rounds.map(of));
  const ratio = (name: string, of: (round: Round) => number, most: number | null, note?: string): Figure => ({
    name: `${kind.name}: ${name}`,
    value: middle(of),
    unit: 'ratio',
    limit: most === null ? null : { most },
    ...(note === undefined ? {} : { note }),
  });
  const amounts = (of: (round: Round) => Costs) =>
    `${format(middle((round) => node(of(round))))} ms and ${format(middle((round) => postgres(of(round))))} ms in PostgreSQL`;
  const bare = `against ${format(middle((round) => toTokens(round.bare)))} ms`;
  const theirs = (of: (rival: Costs, round: Round) => number) => (round: Round) =>
    of(round.rival ?? new Map(), round);
  const ours = [
    ratio(
      'together ÷ oidc-provider alone, in memory',
      (round) => together(round.ours) / toTokens(round.bare),
      kind === known ? MOST_TIMES_BARE : kind === again ? MOST_TIMES_BARE_AGAIN : null,
      `${amounts(({ ours }) => ours)}, ${bare}`,
    ),
    ratio(
      'Node alone ÷ oidc-provider',
      (round) => node(round.ours) / toTokens(round.bare),
      kind === known ? MOST_TIMES_BARE_NODE : null,
    ),
    ratio(
      'together ÷ oidc-provider, with userinfo on both sides',
      (round) => together(round.ours) / node(round.bare),
      null,
    ),
  ];
  if (rounds.some(({ rival }) => rival === null)) return ours;
  return [
    ...ours,
    ratio(
      'the other commit, together ÷ oidc-provider',
      theirs((rival, round) => together(rival) / toTokens(round.bare)),
      null,
      `${amounts(({ rival }) => rival ?? new Map())}`,
    ),
    ratio(
      'the other commit, Node alone ÷ oidc-provider',
      theirs((rival, round) => node(rival) / toTokens(round.bare)),
      null,
    ),
    ratio(
      'together ÷ the other commit',
      theirs((rival, round) => together(round.ours) / together(rival)),
      null,
    ),
  ];
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? Number.NaN, sorted[Math.floor(middle)] ?? Number.NaN];
  return (low + high) / 2;
}
