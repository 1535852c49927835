import { openBrowser } from '../browser.ts';
import type { Section } from '../report.ts';
import { type BareProvider, openBareVisitor } from '../world/bare-login.ts';
import { oneOf, openVisitor } from '../world/known-login.ts';
import type { World } from '../world/open-world.ts';
import { applications } from '../world/people.ts';
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

/** Introspection and userinfo: how many a second of CPU serves, against `oidc-provider` in memory. */
export async function measureTokens(world: World, bare: BareProvider, rounds: number): Promise<Section> {
  const [ours, theirs] = await Promise.all([ourSide(world), bareSide(bare)]);
  const authorization = basic(applications.RS256.id);
  const kinds = [
    [
      'introspection',
      (side: Side, token: string) => openBrowser().post(side.introspection, { token }, { authorization }),
    ],
    [
      'userinfo',
      (side: Side, token: string) => openBrowser().get(side.userinfo, { authorization: `Bearer ${token}` }),
    ],
  ] as const;
  const figures = [];
  for (const [name, ask] of kinds) {
    const rate = async (side: Side): Promise<number> => {
      const before = await side.cpu();
      const tokens = Array.from({ length: REQUESTS }, (_, index) => side.tokens[index % TOKENS] ?? '');
      await inTurns(tokens, async (token) => void expect(await ask(side, token), 200, name));
      return (1000 * REQUESTS) / ((await side.cpu()) - before);
    };
    await rate(ours);
    await rate(theirs);
    const rates: { ours: number; theirs: number }[] = [];
    for (let round = 0; round < rounds; round += 1)
      rates.push({ ours: await rate(ours), theirs: await rate(theirs) });
    const [mine, other] = [median(rates.map((each) => each.ours)), median(rates.map((each) => each.theirs))];
    figures.push({
      name: `${name}: rate ÷ oidc-provider in memory`,
      value: median(rates.map((each) => each.ours / each.theirs)),
      unit: 'ratio' as const,
      limit: { least: LEAST_RATE },
      note: `${mine.toFixed(0)} against ${other.toFixed(0)} for a second of CPU`,
    });
  }
  return { title: 'Tokens', figures };
}

async function ourSide(world: World): Promise<Side> {
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
