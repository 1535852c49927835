import pg from 'pg';
import { type Figure, format, type Section } from '../report.ts';
import { type CountedWalk, openCountedPlace } from '../world/counted-place.ts';
import { oneOf, openVisitor } from '../world/known-login.ts';
import { putManyLogins } from '../world/many-logins.ts';
import { openWorld, startPlatform, type World } from '../world/open-world.ts';
import { applications } from '../world/people.ts';
import { walkInWaves } from '../world/waves.ts';
import { median } from './known-login.ts';

const MOST_TIMES_FEW = 1.15;
const LOGINS_BEFORE = 300;
const AT_A_TIME = 60;
const SHOWN = 8;

/** Pages that a login looks at among few people, and on the same database among very many and years of audit: work, whatever the machine does besides. */
export async function measureGrowth(options: {
  readonly persons: number;
  say(line: string): void;
}): Promise<Section> {
  const world = await openWorld();
  const client = new pg.Client({ connectionString: world.databaseUrl });
  try {
    await client.connect();
    const place = await openCountedPlace(world, startPlatform);
    try {
      const [identifier = ''] = world.people.one;
      const count = () => place.count(() => openVisitor(place, applications.RS256, identifier));
      await liveALittle(world);
      await client.query('vacuum analyze');
      const few = await count();
      await putManyLogins(client, options.persons, options.say);
      return sectionOf(options.persons, few, await count());
    } finally {
      await place.close();
    }
  } finally {
    await client.end();
    await world.close();
  }
}

/** What logins leave behind is there before either count: an empty table is read otherwise than one in use. */
async function liveALittle(world: World): Promise<void> {
  for (let logins = 0; logins < LOGINS_BEFORE; logins += AT_A_TIME)
    await walkInWaves(
      Array.from({ length: AT_A_TIME }, (_, index) =>
        openVisitor(world, applications.RS256, oneOf(world.people.one, logins + index)),
      ),
    );
}

function sectionOf(persons: number, few: readonly CountedWalk[], many: readonly CountedWalk[]): Section {
  const middle = (walks: readonly CountedWalk[]) =>
    median(walks.map((hops) => [...pagesOf(hops).values()].reduce((sum, pages) => sum + pages, 0)));
  const figure: Figure = {
    name: `pages that a login looks at: among ${persons} persons ÷ among few`,
    value: middle(many) / middle(few),
    unit: 'ratio',
    limit: { most: MOST_TIMES_FEW },
    note: `${format(middle(many))} against ${format(middle(few))}`,
  };
  const of = (walks: readonly CountedWalk[], name: string) =>
    median(walks.map((hops) => pagesOf(hops).get(name) ?? 0));
  const names = [...new Set(many.flatMap((hops) => [...pagesOf(hops).keys()]))];
  const grown = names
    .map((name) => ({ name, few: of(few, name), many: of(many, name) }))
    .sort((one, other) => other.many - other.few - (one.many - one.few));
  return {
    title: 'Growth: a known login in a large and old installation',
    figures: [figure],
    table: [
      ['what grew most', 'few', 'many'],
      ...grown.slice(0, SHOWN).map((each) => [each.name, format(each.few), format(each.many)]),
    ],
  };
}

/** Pages by statement. */
function pagesOf(hops: CountedWalk): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  for (const { traffic } of hops)
    for (const { name, buffers } of traffic.statements) pages.set(name, (pages.get(name) ?? 0) + buffers);
  return pages;
}
