import { openBrowser } from '../browser.ts';
import type { Figure, Section } from '../report.ts';
import { type BareProvider, openBareVisitor } from '../world/bare-login.ts';
import { oneOf, openVisitor, type Place } from '../world/known-login.ts';
import type { World } from '../world/open-world.ts';
import { applications } from '../world/people.ts';
import type { Rival } from '../world/rival.ts';
import { basic, expect, inTurns, walkInWaves } from '../world/waves.ts';
import { median } from './known-login.ts';

const TOKENS = 20;
const REQUESTS = 400;
const LEAST_RATE = 0.7;

type Side = {
  readonly tokens: readonly string[];
  readonly introspection: string;
  readonly userinfo: string;
  cpu(): Promise<number>;
};

const kinds = [
  {
    name: 'introspection',
    ask: (side: Side, token: string) =>
      openBrowser().post(side.introspection, { token }, { authorization: basic(applications.RS256.id) }),
  },
  {
    name: 'userinfo',
    ask: (side: Side, token: string) =>
      openBrowser().get(side.userinfo, { authorization: `Bearer ${token}` }),
  },
] as const;
type Kind = (typeof kinds)[number];

/** Introspection and userinfo: how many a second of CPU serves, against `oidc-provider` in memory, and against another commit where there is one. */
export async function measureTokens(
  world: World,
  bare: BareProvider,
  options: { readonly rounds: number; readonly rival: Rival | null },
): Promise<Section> {
  const rival = (await options.rival?.openWorld()) ?? null;
  try {
    const [ours, theirs, other] = await Promise.all([sideOf(world), bareSide(bare), rival && sideOf(rival)]);
    const figures: Figure[] = [];
    for (const kind of kinds) {
      const rounds: Rates[] = [];
      // The first round warms what is asked.
      for (let round = 0; round < options.rounds + 1; round += 1)
        rounds.push({
          ours: await rateOf(kind, ours),
          bare: await rateOf(kind, theirs),
          other: other && (await rateOf(kind, other)),
        });
      figures.push(...figuresOf(kind, rounds.slice(1)));
    }
    return { title: 'Tokens', figures };
  } finally {
    await rival?.close();
  }
}

type Rates = { readonly ours: number; readonly bare: number; readonly other: number | null };

async function rateOf({ name, ask }: Kind, side: Side): Promise<number> {
  const before = await side.cpu();
  const tokens = Array.from({ length: REQUESTS }, (_, index) => side.tokens[index % TOKENS] ?? '');
  await inTurns(tokens, async (token) => void expect(await ask(side, token), 200, name));
  return (1000 * REQUESTS) / ((await side.cpu()) - before);
}

function figuresOf({ name }: Kind, rounds: readonly Rates[]): readonly Figure[] {
  const [mine, other] = [median(rounds.map(({ ours }) => ours)), median(rounds.map(({ bare }) => bare))];
  const toOther = rounds.flatMap((each) => (each.other === null ? [] : [each.ours / each.other]));
  return [
    {
      name: `${name}: rate ÷ oidc-provider in memory`,
      value: median(rounds.map(({ ours, bare }) => ours / bare)),
      unit: 'ratio',
      limit: { least: LEAST_RATE },
      note: `${mine.toFixed(0)} against ${other.toFixed(0)} for a second of CPU`,
    },
    ...(toOther.length === 0
      ? []
      : [
          {
            name: `${name}: rate ÷ the other commit`,
            value: median(toOther),
            unit: 'ratio',
            limit: null,
          } as const,
        ]),
  ];
}

async function sideOf(world: Place & Pick<World, 'platform' | 'people'>): Promise<Side> {
  const visitors = Array.from({ length: TOKENS }, (_, index) =>
    openVisitor(world, applications.RS256, oneOf(world.people.one, index)),
  );
  await walkInWaves(visitors);
  const base = `${world.origin}/op/v1`;
  return {
    tokens: visitors.map((visitor) => visitor.token()),
    introspection: `${base}/introspect`,
    userinfo: `${base}/userinfo`,
    cpu: async () => (await world.platform.usage()).cpu,
  };
}

async function bareSide(bare: BareProvider): Promise<Side> {
  const visitors = Array.from({ length: TOKENS }, () => openBareVisitor(bare, applications.RS256));
  await walkInWaves(visitors);
  return {
    tokens: visitors.map((visitor) => visitor.token()),
    introspection: `${bare.issuer}/token/introspection`,
    userinfo: `${bare.issuer}/me`,
    cpu: async () => (await bare.process.usage()).cpu,
  };
}
