import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Redacted } from '../../src/base/redacted.ts';
import { HOUR } from '../../src/base/time.ts';
import { withReason } from '../../src/domain/acting/index.ts';
import type { LookedAt } from '../../src/domain/audit/index.ts';
import type { Case } from '../../src/domain/casework/index.ts';
import type { PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import { parseNationalNumber } from '../../src/domain/person/index.ts';
import {
  typedAtCounter as atCounter,
  type CaseworkWalk,
  openCaseworkWalk,
} from '../support/casework-walk.ts';
import { openDeskWeb } from '../support/desk-web.ts';
import { fakeStaff } from '../support/fake-web.ts';
import type { TestMember } from '../support/test-member.ts';

const WHY = 'two people may be one and the same';
const NUMBERS = ['95501799861', '95501700188', '95501700287'];

/** Somebody whom a page may show, by a name that nobody else has. */
type Known = { readonly name: string; readonly who: LookedAt };
type World = Awaited<ReturnType<typeof openWorld>>;

/** Names that are nobody else's: letters that need escaping or have accents among them. */
const names = fc.uniqueArray(
  fc.stringMatching(/^[BDFGKLMNPRTVZ][aeiouéöüø]{1,2}[bdfgklmnprtvz]{1,2}[aeiouø'][bdklmnrt]{2}$/),
  {
    minLength: 9,
    maxLength: 9,
    selector: (name) =>
      name
        .normalize('NFD')
        .replaceAll(/\P{ASCII}/gu, '')
        .toLowerCase()
        .slice(0, 4),
  },
);

/** Cases in every state that pages tell apart, people of the register who resemble their applicants, and colleagues. */
async function openWorld(walk: CaseworkWalk, given: readonly string[]) {
  const [families, colleagues] = [given.slice(0, 6), given.slice(6)];
  const agent = await walk.member(colleagues[0] ?? '', 'case-agent', 'case-lead');
  const other = await walk.member(colleagues[1] ?? '', 'case-agent');
  const third = await walk.member(colleagues[2] ?? '', 'case-agent');
  const cases: Case[] = [];
  for (const [place, family] of families.entries()) {
    const latin = { latin: family, original: null };
    cases.push(await walk.send({ identifier: `DE/BE/${place}` as PersonIdentifier, familyName: latin }));
    // Codes to one address are bounded by the hour.
    walk.pass(2 * HOUR);
  }
  const registered = await Promise.all(
    NUMBERS.map((number, place) => register(walk, number, `${families[place]}sen`)),
  );
  const [own, proposed, decided, asked, tied] = cases;
  assert.ok(own && proposed && decided && asked && tied);
  const on = async (one: Case, by: TestMember) => {
    const taken = await walk.desk.takeNextCase({ by });
    assert.ok(taken.kind === 'taken');
    assert.equal(taken.case.id, one.id, 'cases are taken in the order in which they came');
    return (await walk.find(one)).version;
  };
  await on(own, agent);
  const because = { because: WHY, checked: ['identity', 'duplicates'] };
  assert.equal(
    (
      await walk.desk.proposeNumber({
        by: other,
        case: proposed.id,
        version: await on(proposed, other),
        ...because,
      })
    ).kind,
    'done',
  );
  const number = registered[2]?.number;
  assert.ok(number);
  const link = { number, comment: WHY, despiteLink: true };
  assert.equal(
    (
      await walk.desk.linkToPerson({
        by: other,
        case: decided.id,
        version: await on(decided, other),
        ...link,
      })
    ).kind,
    'done',
  );
  const { state, version } = await walk.find(decided);
  if (state.kind === 'to-confirm')
    assert.equal((await walk.desk.confirmProposal({ by: third, case: decided.id, version })).kind, 'done');
  const found = await walk.desk.listLinks({ by: other, case: decided.id });
  assert.ok(found.kind === 'found' && found.person !== null);
  const wish = { link: found.links[0]?.link ?? '', person: found.person, case: decided.id, reason: WHY };
  assert.equal(
    (await walk.desk.proposeLinkRemoval({ by: withReason(other, wish.reason), ...wish })).kind,
    'proposed',
  );
  assert.equal((await walk.desk.addNote({ by: third, case: own.id, text: WHY })).kind, 'done');
  await on(asked, third);
  // Somebody of the register who is proposed, and has to wait for a second agent.
  const [first] = registered;
  assert.ok(first);
  await on(tied, other);
  const tie = { number: first.number, comment: WHY, despiteLink: false };
  await walk.desk.linkToPerson({
    by: other,
    case: tied.id,
    version: (await walk.find(tied)).version,
    ...tie,
  });
  assert.equal((await walk.find(tied)).state.kind, 'to-confirm');
  const { removals } = await walk.desk.listLinkRemovals({ by: agent });
  const known: Known[] = [
    ...cases.map(({ reference }, place) => ({ name: families[place] ?? '', who: { reference } })),
    ...registered.map(({ familyName, number: { digits } }) => ({
      name: familyName,
      who: { number: digits },
    })),
    ...[other, third].map(({ person: id, name }) => ({
      name: name.split(' ')[0] ?? '',
      who: { person: id },
    })),
  ];
  return { walk, agent, cases, known, removal: removals[0]?.id ?? '', own };
}

async function register(walk: CaseworkWalk, text: string, familyName: string) {
  const parsed = parseNationalNumber(text, walk.now());
  assert.ok(parsed.kind === 'parsed');
  const person = {
    number: parsed.number,
    familyName,
    givenNames: 'Anna',
    birthDate: { year: 1995, month: 10, day: 17 },
    birthPlace: null,
    sex: 'female',
    nationality: 'DE',
    address: { street: null, postcode: null, municipality: null, country: 'DE' },
  } as const;
  await walk.inTransaction(['register'], (stores) => stores.register.addPerson(person));
  return person;
}

function pagesOf({ walk, agent }: World) {
  const { desk, counter, world } = walk;
  return openDeskWeb(
    {
      desk,
      counter,
      casework: world.settings,
      clock: walk.now,
      staff: fakeStaff({ ...agent, authenticatedAt: walk.now() }),
    },
    agent,
  );
}

/** The text of a page that people read; what one may choose from is no look at whoever can be chosen. */
function textOf(page: string): string {
  return page
    .replaceAll(/<select[\s\S]*?<\/select>/g, ' ')
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#39;|&#x27;|&apos;/g, "'")
    .replaceAll('&amp;', '&');
}

function shownIn(text: string, known: readonly Known[]): readonly Known[] {
  return known.filter(({ name }) => new RegExp(`(?<![\\p{L}'])${name}(?![\\p{L}'])`, 'u').test(text));
}

/** Whoever is on the page is named by an event that was written for it. */
async function expectNamed(
  { walk, known }: World,
  path: string,
  page: string,
  before: bigint,
): Promise<number> {
  const shown = shownIn(textOf(page), known);
  for (const { name, who } of shown) {
    const [look] = (await walk.store.audit.looks.at(who, { limit: 1 })) ?? [];
    assert.ok(look && BigInt(look.id) > before, `${path} shows ${name}, and no event of this look says so`);
  }
  return shown.length;
}

async function lastEvent(walk: CaseworkWalk, after = 0n): Promise<bigint> {
  const events = await walk.store.audit.list({ after: String(after), limit: 100_000 });
  return events.length === 0 ? after : BigInt(events.at(-1)?.id ?? '0');
}

/** Every page of the router for agents, with each case in the place of the case. */
function addressesOf({ cases, removal }: World, patterns: readonly string[]): readonly string[] {
  return patterns.flatMap((pattern) => {
    if (pattern.startsWith('/cases/second-check/')) return [`/cases/second-check/${removal}`];
    if (/:(?!id\b)/.test(pattern)) return [];
    if (!pattern.includes(':id')) return [pattern];
    // Every case on its own page; the other pages of those that were proposed, and of the one that was decided.
    const some = pattern.endsWith('}') ? cases : [...cases.slice(1, 3), ...cases.slice(4, 5)];
    return some.map(({ id }) => pattern.replace(/:id(\{.*?\}\})?/, id));
  });
}

test('everybody whom a page for staff shows is named by an event of that look', async (context) => {
  const walk = await openCaseworkWalk(context);
  const [given = []] = fc.sample(names, 1);
  const world = await openWorld(walk, given);
  const pages = pagesOf(world);
  const patterns = new Set(
    pages.app.routes.flatMap(({ method, path }) =>
      method === 'GET' && /^\/cases(\/|$)/.test(path) && !path.endsWith('*') ? [path] : [],
    ),
  );
  assert.ok(patterns.size > 25, 'the router knows the pages for agents');
  let [seen, before] = [0, 0n];
  for (const path of [...addressesOf(world, [...patterns]), '/cases/list?list=all&page=1']) {
    before = await lastEvent(walk, before);
    const { text, status } = await pages.get(path);
    assert.ok(status < 500, `${path} answers ${status}`);
    seen += await expectNamed(world, path, text, before);
  }
  assert.ok(seen > 50, `the walk saw people: ${seen}, with the names ${given.join(' ')}`);
});

test('whoever an answer to a form shows is named too, with what was asked for and the reason, and without the words', async (context) => {
  const walk = await openCaseworkWalk(context);
  const [given = []] = fc.sample(names, 1);
  const world = await openWorld(walk, given);
  const pages = pagesOf(world);
  const { own, known } = world;
  const home = `/cases/${own.id}`;
  const post = async (path: string, fields: Readonly<Record<string, string>>) => {
    const before = await lastEvent(walk);
    const { text, status } = await pages.post(path, { version: '1', ...fields });
    assert.equal(status, 303, path);
    assert.ok((await expectNamed(world, path, text, before)) > 0, `${path} shows somebody`);
    return text;
  };
  const familyName = known.at(6)?.name ?? '';
  const found = await post(`${home}/search`, { familyName, reason: WHY });
  const choice = new RegExp(`${home}/number/([^"]+)"`).exec(found)?.[1] ?? '';
  const revealed = await post(`${home}/number/${choice}`, { reason: WHY });
  await post('/cases/links', { number: NUMBERS[2] ?? '', reason: WHY });
  await post('/cases/assign', { case: world.cases[5]?.id ?? '', query: 'list=all' });

  const looks = async (kind: string) => {
    const all = await Promise.all(
      NUMBERS.map((number) => walk.store.audit.looks.at({ number: new Redacted(number) })),
    );
    return all.flat().filter((look) => look?.kind === kind);
  };
  const search = (await looks('case.register-searched')).at(-1);
  assert.deepEqual(search?.ways, ['searched']);
  assert.equal(search?.details.terms, 'familyName');
  assert.equal(search?.reason?.reveal(), WHY);
  const [number] = await looks('case.number-viewed');
  assert.deepEqual(number?.ways, ['revealed']);
  assert.match(revealed, /\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}/);
  const [links] = await looks('case.links-viewed');
  assert.deepEqual(links?.ways, ['searched', 'shown']);
  assert.equal(links?.reason?.reveal(), WHY);
  const told = JSON.stringify(await walk.store.audit.list({ limit: 100_000 }));
  for (const { name } of known) assert.ok(!told.includes(name), 'the trail holds no name');
  for (const digits of NUMBERS) assert.ok(!told.includes(digits), 'and no number');
});

test('who takes over a case or a proposal says why: it is kept in the timeline and with the event', async (context) => {
  const walk = await openCaseworkWalk(context);
  const [given = []] = fc.sample(names, 1);
  const world = await openWorld(walk, given);
  const [, proposed, , asked] = world.cases;
  assert.ok(proposed && asked);
  for (const one of [proposed, asked]) {
    assert.equal(
      (await walk.desk.takeOverCase({ by: withReason(world.agent, WHY), case: one.id })).kind,
      'done',
    );
    const events = await walk.inTransaction(['caseEvents'], ({ caseEvents }) => caseEvents.of(one.id));
    assert.deepEqual(
      events.filter(({ kind }) => kind === 'taken-over').map(({ text }) => text),
      [WHY],
    );
    const [look] = (await walk.store.audit.looks.at({ reference: one.reference }, { limit: 1 })) ?? [];
    assert.equal(look?.kind, 'case.taken-over');
    assert.equal(look?.reason?.reveal(), WHY);
    assert.deepEqual(look?.actor, { kind: 'person', id: world.agent.person });
  }
});

test('whom an officer sees or tries at the counter is named, by number too', async (context) => {
  const walk = await openCaseworkWalk(context);
  const officer = await walk.member('Yasmine', 'registration-officer');
  const opened = await walk.counter.openAtCounter({ by: officer, typed: atCounter });
  assert.ok(opened.kind === 'opened', JSON.stringify(opened));
  const { reference, id } = opened.case;
  const looks = async (who: LookedAt) =>
    ((await walk.store.audit.looks.at(who)) ?? []).map(({ kind, ways }) => `${kind} ${ways.join(' ')}`);
  assert.equal((await walk.counter.findAtCounter({ by: officer, case: id }))?.id, id);
  assert.equal((await walk.counter.findByReference({ by: officer, reference }))?.id, id);
  assert.deepEqual((await looks({ reference })).slice(0, 2), [
    'registration-office.case-viewed searched',
    'registration-office.case-viewed shown',
  ]);
  const [number = ''] = NUMBERS;
  const refused = await walk.counter.openAtCounter({ by: officer, typed: { ...atCounter, number } });
  assert.equal(refused.kind, 'wrong');
  assert.deepEqual(await looks({ number: new Redacted(number) }), [
    'registration-office.number-refused searched',
  ]);
});
