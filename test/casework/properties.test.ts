import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { HOUR, SECOND } from '../../src/base/time.ts';
import { withReason } from '../../src/domain/acting/index.ts';
import type { CaseId } from '../../src/domain/casework/index.ts';
import type { EidasLink, PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import {
  type NationalNumber,
  newPerson,
  parseNationalNumber,
  type RegisteredPerson,
} from '../../src/domain/person/index.ts';
import { systemRandomness } from '../../src/processes/wiring/randomness.ts';
import { asSeen, type CaseworkWalk, openCaseworkWalk } from '../support/casework-walk.ts';
import { linkTo } from '../support/open-test-store.ts';
import { storedCase } from '../support/stored-case.ts';
import type { TestMember } from '../support/test-member.ts';
import { tries } from '../support/tries.ts';

const REASON = 'It was another person after all.';

function parsed(digits: string, at: Date): NationalNumber {
  const read = parseNationalNumber(digits, at);
  assert.ok(read.kind === 'parsed', digits);
  return read.number;
}

/** The number of the `count`th woman who was born on a day of July 1985. */
function validNumber(count: number, at: Date): NationalNumber {
  const two = (value: number) => String(value).padStart(2, '0');
  const first = `8507${two(1 + (count % 28))}${String(2 + 2 * Math.floor(count / 28)).padStart(3, '0')}`;
  return parsed(first + two(97 - (Number(first) % 97)), at);
}

async function registerPerson(
  walk: CaseworkWalk,
  number: NationalNumber,
  changes: Partial<RegisteredPerson> = {},
): Promise<RegisteredPerson> {
  const person: RegisteredPerson = {
    number,
    familyName: 'Müller',
    givenNames: 'Anna',
    birthDate: { year: 1995, month: 10, day: 17 },
    birthPlace: 'Köln',
    sex: 'female',
    nationality: 'DE',
    address: { street: null, postcode: null, municipality: null, country: 'DE' },
    ...changes,
  };
  await walk.inTransaction(['register'], ({ register }) => register.addPerson(person));
  return person;
}

const eid = fc.nat({ max: 2 });
const act = fc.oneof(
  fc.record({ kind: fc.constant('link' as const), eid, person: eid, isBold: fc.boolean() }),
  fc.record({ kind: fc.constant('match' as const), eid, person: eid }),
  fc.record({ kind: fc.constant('remove' as const), eid }),
);
type Act = typeof act extends fc.Arbitrary<infer Of> ? Of : never;

/** Three eIDs and three persons, with agents: only the bold one proposes a second eID of the same person, and needs another one for it. */
type Scene = {
  readonly walk: CaseworkWalk;
  readonly eids: readonly PersonIdentifier[];
  readonly people: readonly RegisteredPerson[];
  readonly agents: Readonly<Record<'cautious' | 'bold' | 'first' | 'second', TestMember>>;
};

async function linkByAgent(
  { walk, agents }: Scene,
  identifier: PersonIdentifier,
  { number, isBold }: { readonly number: NationalNumber; readonly isBold: boolean },
): Promise<void> {
  const wanted = isBold ? agents.bold : agents.cautious;
  const fresh = storedCase({ state: { kind: 'assigned', agent: wanted.person } });
  const { identity } = fresh.applicant;
  assert.ok(identity);
  const applicant = { ...fresh.applicant, identity: { ...identity, identifier } };
  const added = await walk.inTransaction(['cases'], ({ cases }) => cases.add({ ...fresh, applicant }));
  const one = added.kind === 'added' ? fresh : added.case;
  // A request that is open already is decided by who has it.
  const holder = 'agent' in one.state ? one.state.agent : null;
  const agent = holder === agents.bold.person ? agents.bold : agents.cautious;
  const decision = { number, comment: REASON, despiteLink: agent === agents.bold };
  const answer = await walk.desk.linkToPerson({ by: agent, ...asSeen(one), ...decision });
  assert.ok(['done', 'already-linked', 'changed', 'not-now'].includes(answer.kind), answer.kind);
  if (answer.kind !== 'done' || answer.case.state.kind !== 'to-confirm') return;
  // Who proposed tries first, every time.
  assert.equal(
    (await walk.desk.confirmProposal({ by: agent, case: one.id, version: answer.case.version })).kind,
    'own-decision',
  );
  const agreed = await walk.desk.confirmProposal({
    by: agents.second,
    case: one.id,
    version: answer.case.version,
  });
  if (agreed.kind === 'already-linked')
    await walk.desk.sendBackProposal({
      by: agents.first,
      case: one.id,
      version: answer.case.version,
      comment: 'Somebody was linked meanwhile.',
    });
}

/** What a login does that matches exactly. */
async function linkByMatch({ walk }: Scene, identifier: PersonIdentifier, registered: RegisteredPerson) {
  await walk.inTransaction(['persons', 'links'], async ({ persons, links }) => {
    const known = await persons.findByNumber(registered.number);
    const person = known ?? (await persons.add(newPerson(registered, systemRandomness, walk.now())));
    await links.add({
      ...linkTo(person.id, identifier),
      decidedBy: 'exact-match',
      linkedAt: walk.now(),
    });
  });
}

async function removeLink({ walk, agents }: Scene, identifier: PersonIdentifier): Promise<void> {
  const link = await walk.inTransaction(['links'], ({ links }) =>
    links.findLive('DE' as EidasLink['country'], identifier),
  );
  if (link === null) return;
  const wish = { link: link.id, person: link.person, case: null, reason: REASON };
  const proposed = await walk.desk.proposeLinkRemoval({ by: withReason(agents.first, wish.reason), ...wish });
  if (proposed.kind !== 'proposed') return;
  const decision = { remove: true, comment: 'I agree with my colleague.' };
  const id = proposed.id ?? '';
  const decided = await Promise.all(
    [agents.first, agents.second, agents.second].map((agent) =>
      walk.desk.decideLinkRemoval({ by: agent, id, ...decision }),
    ),
  );
  assert.deepEqual(decided.map(({ kind }) => kind).sort(), ['already-decided', 'own-decision', 'removed']);
}

function perform(scene: Scene, one: Act): Promise<void> {
  const identifier = scene.eids[one.eid];
  assert.ok(identifier);
  if (one.kind === 'remove') return removeLink(scene, identifier);
  const registered = scene.people[one.person];
  assert.ok(registered);
  if (one.kind === 'match') return linkByMatch(scene, identifier, registered);
  return linkByAgent(scene, identifier, { number: registered.number, isBold: one.isBold });
}

/** Whether the first link was there when the second one began. */
function stoodBefore(first: EidasLink, second: EidasLink): boolean {
  // Whatever ended at the moment of its beginning may be over before the other one began at that moment.
  if (second.ended?.at.getTime() === second.linkedAt.getTime()) return false;
  return first.linkedAt <= second.linkedAt && (first.ended === null || first.ended.at > second.linkedAt);
}

async function checkLinks({ walk, eids, people, agents }: Scene): Promise<void> {
  const { all, live } = await walk.inTransaction(['persons', 'links'], async ({ persons, links }) => {
    const found: EidasLink[] = [];
    for (const { number } of people) {
      const person = await persons.findByNumber(number);
      if (person) found.push(...(await links.historyOf(person.id)));
    }
    const leads = [];
    for (const each of eids) leads.push(await links.findLive('DE' as EidasLink['country'], each));
    return { all: found, live: leads };
  });
  const begun = (link: EidasLink) => link.linkedAt.getTime();
  const identifierOf = (link: EidasLink) => link.identifier.reveal();
  assert.deepEqual(
    new Set(all.filter(({ ended }) => ended === null).map(({ id }) => id)),
    new Set(live.flatMap((link) => (link === null ? [] : [link.id]))),
    'every live link is the one that its eID leads along',
  );
  for (const one of all)
    for (const other of all) {
      if (one === other || !stoodBefore(one, other)) continue;
      assert.notEqual(identifierOf(one), identifierOf(other), 'an eID had two live links');
      if (one.person !== other.person) continue;
      const isAlone = [agents.cautious, agents.bold].some(({ person }) => person === other.decidedBy);
      if (!isAlone) continue;
      // Begun at one moment, only one of the two can have come second.
      const cameSecond =
        begun(one) < begun(other) ||
        [agents.cautious, agents.bold].some(({ person }) => person === one.decidedBy);
      assert.ok(!cameSecond, 'a second eID was linked by one agent alone');
    }
}

test('an eID leads to one person, and a person gets a second eID by an exact match or by two agents alone', async (context) => {
  const walk = await openCaseworkWalk(context);
  const agents = {
    cautious: await walk.member('Noor'),
    bold: await walk.member('Marc'),
    first: await walk.member('Lotte'),
    second: await walk.member('Bruno'),
  };
  let count = 0;
  const batches = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 5, maxLength: 16 });
  await fc.assert(
    fc.asyncProperty(batches, async (sequence) => {
      const people: RegisteredPerson[] = [];
      for (let each = 0; each < 3; each += 1)
        people.push(await registerPerson(walk, validNumber(count++, walk.now())));
      const eids = people.map(() => `DE/BE/${randomUUID()}` as PersonIdentifier);
      const scene: Scene = { walk, eids, people, agents };
      for (const batch of sequence) {
        walk.pass(SECOND);
        await Promise.all(batch.map((one) => perform(scene, one)));
        await checkLinks(scene);
      }
    }),
    { numRuns: tries(12), endOnFailure: true },
  );
});

const ANNAS = '95501799861';
const registers: readonly ((walk: CaseworkWalk) => Promise<unknown>)[] = [
  async () => {},
  // A namesake, born on another day.
  (walk) =>
    registerPerson(walk, validNumber(1, walk.now()), { birthDate: { year: 1995, month: 10, day: 18 } }),
  // Exactly the person.
  (walk) => registerPerson(walk, parsed(ANNAS, walk.now())),
  // Exactly the person, who has another eID already.
  async (walk) => {
    const registered = await registerPerson(walk, parsed(ANNAS, walk.now()));
    await walk.inTransaction(['persons', 'links'], async ({ persons, links }) => {
      const person = await persons.add(newPerson(registered, systemRandomness, walk.now()));
      await links.add(linkTo(person.id, 'EE/BE/anna'));
    });
  },
];

const looks = ['candidates', 'search', 'reveal', 'links', 'note', 'propose', 'send-back'] as const;
type Look = (typeof looks)[number];

async function look(walk: CaseworkWalk, pair: readonly [TestMember, TestMember], id: CaseId, kind: Look) {
  const [agent, second] = pair;
  const { version } = await walk.find({ id });
  const number = parsed(ANNAS, walk.now());
  switch (kind) {
    case 'candidates':
      return walk.desk.findCandidates({ by: agent, case: id });
    case 'search':
      return walk.desk.searchByHand({
        by: withReason(agent, REASON),
        case: id,
        search: { familyName: 'Müller', givenNames: '', birthDate: '' },
      });
    case 'reveal':
      return walk.desk.revealNumber({ by: withReason(agent, REASON), case: id, number });
    case 'links':
      return walk.desk.listLinks({ by: withReason(agent, REASON), number });
    case 'note':
      return walk.desk.addNote({ by: agent, case: id, text: 'Looks like somebody of the register.' });
    case 'propose':
      return walk.desk.proposeNumber({
        by: agent,
        case: id,
        version,
        because: 'Nobody in the register is this person.',
        checked: ['identity', 'duplicates'],
      });
    case 'send-back':
      return walk.desk.sendBackProposal({
        by: second,
        case: id,
        version,
        comment: 'Look at the birth place again.',
      });
  }
}

/** What the applicant sees afterwards, by either proof; ids and moments of this request stand by their kind. */
async function seenAfter(walk: CaseworkWalk, acts: readonly Look[], pair: readonly [TestMember, TestMember]) {
  // The same moments for everybody, and codes are bounded by the hour.
  walk.pass(2 * HOUR);
  const one = await walk.send({ identifier: `DE/BE/${randomUUID()}` as PersonIdentifier });
  assert.equal((await walk.desk.takeNextCase({ by: pair[0] })).kind, 'taken');
  const kinds: string[] = [];
  for (const each of acts) kinds.push((await look(walk, pair, one.id, each)).kind);
  const views = [
    await walk.requests.viewRequest({ case: one.id, proof: 'eid' }),
    await walk.requests.viewRequest({ case: one.id, proof: 'link' }),
  ];
  const seen = JSON.stringify(views)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replaceAll(/SLU-\w{4}-\w{4}/g, 'reference')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'moment');
  return { kinds, seen };
}

test('what an applicant sees before the decision is the same whoever the register holds, and wherever agents looked', async (context) => {
  const scenes: { readonly walk: CaseworkWalk; readonly pair: readonly [TestMember, TestMember] }[] = [];
  for (const fill of registers) {
    const walk = await openCaseworkWalk(context);
    await fill(walk);
    scenes.push({ walk, pair: [await walk.member('Noor'), await walk.member('Marc')] });
  }
  const [first] = scenes;
  assert.ok(first);
  const untouched = await seenAfter(first.walk, [], first.pair);
  // Each change has its version, and nothing else shows.
  const bare = (seen: string) => seen.replaceAll(/"version":\d+/g, '');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...looks), { maxLength: 8 }), async (acts) => {
      const [one, ...others] = await Promise.all(scenes.map(({ walk, pair }) => seenAfter(walk, acts, pair)));
      assert.ok(one);
      for (const other of others) assert.deepEqual(other, one);
      assert.equal(bare(one.seen), bare(untouched.seen));
    }),
    { numRuns: tries(10), endOnFailure: true },
  );
});
