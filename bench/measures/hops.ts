import { loginBudget, type Spent, spentOn } from '../../test/support/login-budget.ts';
import { type Figure, format } from '../report.ts';
import { type Hop, leastOf, openCountedPlace } from '../world/counted-place.ts';
import { openVisitor } from '../world/known-login.ts';
import type { startPlatform, World } from '../world/open-world.ts';
import { applications } from '../world/people.ts';
import { type Costs, walkInWaves } from '../world/waves.ts';

/** What each request of a login, and of single sign-on after it, asks of the database. */
export type CountedHops = { readonly login: readonly Hop[]; readonly again: readonly Hop[] };

/** Counts them on a world of its own, for counting costs. */
export async function countHops(
  open: () => Promise<Pick<World, 'environment' | 'databaseUrl' | 'country' | 'people' | 'close'>>,
  start: typeof startPlatform,
): Promise<CountedHops> {
  const world = await open();
  try {
    const place = await openCountedPlace(world, start);
    try {
      const [identifier = ''] = world.people.one;
      const visit = () => openVisitor(place, applications.RS256, identifier);
      return {
        login: leastOf(await place.count(visit)),
        again: leastOf(
          await place.count(async () => {
            const before = visit();
            await walkInWaves([before]);
            return openVisitor(place, applications.next, identifier, { browser: before.browser });
          }),
        ),
      };
    } finally {
      await place.close();
    }
  } finally {
    await world.close();
  }
}

/** What is the same on every machine, against the budget that a test holds. */
export function budgetFigures({ login, again }: CountedHops): readonly Figure[] {
  const of = (name: string, hops: readonly Hop[], most: Spent): readonly Figure[] => {
    const spent = spentOn(hops.map(({ traffic }) => traffic));
    const units = ['requests', 'statements', 'packets', 'waits'] as const;
    return units.map((unit) => ({
      name: `${name}: ${unit === 'waits' ? 'commits that wait for the disk' : unit}`,
      value: spent[unit],
      unit: 'count',
      limit: { most: most[unit] },
    }));
  };
  return [
    ...of('a login', login, loginBudget.login),
    ...of('single sign-on', again, loginBudget.singleSignOn),
  ];
}

/** Where the time goes: a line for each request, in milliseconds of CPU, parts of the whole, and what it asks of the database. */
export function hopTable(hops: readonly Hop[], rounds: readonly Costs[]): readonly (readonly string[])[] {
  // Ticks of 10 ms are too coarse for the middle of a few rounds.
  const mean = (name: string, of: 'node' | 'postgres') =>
    rounds.reduce((sum, costs) => sum + (costs.get(name)?.[of] ?? 0), 0) / rounds.length;
  const names = [...new Set(hops.map(({ name }) => name))];
  const lines = names.map((name) => {
    const asked = spentOn(hops.filter((hop) => hop.name === name).map(({ traffic }) => traffic));
    return { name, asked, node: mean(name, 'node'), postgres: mean(name, 'postgres') };
  });
  const whole = lines.reduce((sum, { node, postgres }) => sum + node + postgres, 0);
  return [
    ['request', 'ms CPU', 'in PostgreSQL', 'part', 'statements', 'packets', 'waits'],
    ...lines.map(({ name, asked, node, postgres }) => [
      asked.requests > 1 ? `${name} (${asked.requests} times)` : name,
      format(node),
      format(postgres),
      `${((100 * (node + postgres)) / whole).toFixed(0)} %`,
      ...[asked.statements, asked.packets, asked.waits].map(String),
    ]),
  ];
}
