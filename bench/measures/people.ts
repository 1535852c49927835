import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { ApplicationId } from '../../src/domain/application/index.ts';
import type { OrganisationId } from '../../src/domain/organisation/index.ts';
import { PEOPLE_PER_PAGE, type PeopleFilter } from '../../src/domain/work-relation/index.ts';
import { startEmbeddedPostgres } from '../../src/outside/postgres/embedded.ts';
import { migrate, openStore, type Store } from '../../src/store/index.ts';
import type { Figure, Section } from '../report.ts';
import { nameFunctions } from '../world/many-persons.ts';
import type { World } from '../world/open-world.ts';

const MOST_MILLISECONDS = 50;
/** Looks at each list: of so many, the slowest in twenty counts. */
const LOOKS = 40;

const organisation = '00000000-0000-4000-8000-00000000b001' as OrganisationId;
const everybody: PeopleFilter = {
  ...{ organisation, standing: 'current', type: null, application: null, search: null, after: null },
};
/** What administrators ask for: common and rare. */
const filters: Readonly<Record<string, Partial<PeopleFilter>>> = {
  everybody: {},
  'a name that many have': { search: 'Ba' },
  'a name that nobody has': { search: 'Qqqq' },
  'one kind of work': { type: 'external' },
  'who may use an application that many use': { application: 'many' as ApplicationId },
  'who may use an application that few use': { application: 'few' as ApplicationId },
  'whose work ends within a month': { standing: 'ending' },
  'who worked there before': { standing: 'ended' },
};

/** The first page of the people of one large organisation among others, by all kinds of filters: how long until its rows are there. */
export async function measurePeople(
  world: World,
  options: { readonly people: number; say(line: string): void },
): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-bench-people-'));
  const database = await startEmbeddedPostgres({ folder });
  const client = new pg.Client({ connectionString: database.url });
  let store: Store | null = null;
  try {
    await migrate(database.url, new Date());
    await client.connect();
    await client.query(nameFunctions);
    for (const statement of filling) await client.query(statement(options.people));
    await client.query('vacuum analyze');
    options.say(`${options.people} people in one organisation, and as many in others`);
    const now = new Date();
    store = await openStore({ url: database.url, keys: world.keys.store, poolSize: 1, clock: () => now });
    const figures: Figure[] = [];
    for (const [name, changes] of Object.entries(filters))
      figures.push(await figureOf(store, name, { ...everybody, ...changes }, now));
    return { title: `First pages of the people of an organisation with ${options.people}`, figures };
  } finally {
    await store?.close();
    await client.end();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function figureOf(store: Store, name: string, filter: PeopleFilter, now: Date): Promise<Figure> {
  const times: number[] = [];
  let found = 0;
  for (let look = 0; look < LOOKS + 5; look += 1) {
    const began = performance.now();
    const rows = await store.inTransaction(['people'], ({ people }) =>
      people.list(filter, now, PEOPLE_PER_PAGE + 1),
    );
    // The first looks warm plans and caches.
    if (look >= 5) times.push(performance.now() - began);
    found = Math.min(rows.length, PEOPLE_PER_PAGE);
  }
  times.sort((one, other) => one - other);
  const value = times[Math.ceil(times.length * 0.95) - 1] ?? 0;
  return {
    name: `${name}: p95`,
    value,
    unit: 'ms',
    limit: { most: MOST_MILLISECONDS },
    note: `${found} rows`,
  };
}

/** One organisation with so many people, a thousand others with as many between them, and three rights for every second of all. */
const filling: readonly ((people: number) => string)[] = [
  () => `insert into organisations (id, target_group, code, name, country, valid_from)
    select case when i = 0 then '${organisation}'::uuid else gen_random_uuid() end, 'EA', 'bench ' || i, 'Bench ' || i, 'BE', now() - interval '9 years'
    from generate_series(0, 1000) i`,
  () =>
    `insert into applications (id, description, changed_at) select id, '{}', now() from unnest(array['many', 'few']) id`,
  (people) => `insert into persons (id, subject, given_names, family_name, since)
    select gen_random_uuid(), md5('a' || i) || left(md5('b' || i), 8), pg_temp.given(pg_temp.skewed(2300, 8)), pg_temp.family(pg_temp.skewed(46000, 30)), now()
    from generate_series(1, ${2 * people}) i`,
  (people) => `insert into work_relations (id, person, organisation, user_type, valid_from, valid_until)
    select gen_random_uuid(), p.id,
      case when p.place <= ${people} then '${organisation}'::uuid else (select id from organisations where code = 'bench ' || (1 + p.place % 1000)) end,
      (array['permanent', 'permanent', 'permanent', 'external'])[1 + p.place % 4], now() - interval '1 year',
      case when p.place % 11 = 0 then now() - interval '1 day' when p.place % 101 = 0 then now() + interval '9 days' end
    from (select id, row_number() over () as place from persons) p`,
  () => `insert into user_rights (id, work_relation, organisation, application, user_right, contexts, valid_from)
    select gen_random_uuid(), w.id, w.organisation, case when w.place % 1000 = 0 then 'few' else 'many' end, 'right ' || i, '{}', now() - interval '1 year'
    from (select id, organisation, row_number() over () as place from work_relations) w, generate_series(1, 3) i where w.place % 2 = 0`,
];
