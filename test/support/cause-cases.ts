// A process that plays whole cases, several at once, until it is cut off: applicants send requests, agents take and decide them.

import { randomInt, randomUUID } from 'node:crypto';
import { later, MINUTE } from '../../src/base/time.ts';
import type { World } from '../../src/base/unit-of-work.ts';
import { loadSettings } from '../../src/config/load.ts';
import {
  type Case,
  type CaseId,
  type CaseworkSettings,
  type CaseworkStores,
  openDesk,
  openRequest,
  openRequests,
} from '../../src/domain/casework/index.ts';
import type { PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import type { Outbox } from '../../src/domain/notification/index.ts';
import type { OrganisationId } from '../../src/domain/organisation/index.ts';
import { type NationalNumber, parseNationalNumber } from '../../src/domain/person/index.ts';
import { readKeyFile } from '../../src/files/keys/key-file.ts';
import { openKeys } from '../../src/processes/keys/open-keys.ts';
import { systemRandomness } from '../../src/processes/wiring/randomness.ts';
import { openStore } from '../../src/store/index.ts';
import { application } from './application-example.ts';
import { asSeen, caseworkSettingsExample, typedAnswers } from './casework-walk.ts';
import { identity } from './login-walk.ts';
import { personWith } from './open-test-store.ts';
import { type TestMember, testMember } from './test-member.ts';

const LANES = 4;
const clock = () => new Date();
const settings = loadSettings(process.env);
const keys = await readKeyFile(settings.keyFile);
if (keys.kind !== 'read' || settings.databaseUrl === null)
  throw new Error('there must be keys and a database');
const store = await openStore({ url: settings.databaseUrl.reveal(), keys: openKeys(keys.set).store, clock });

/** The codes of mails about cases, as their applicants read them. */
const codes = new Map<string, string>();
const reading = (outbox: Outbox): Outbox => ({
  ...outbox,
  send(mail) {
    if (mail.template === 'email-code') codes.set(mail.about ?? '', /\b\d{6}\b/.exec(mail.text)?.[0] ?? '');
    return outbox.send(mail);
  },
});
const world: World<CaseworkStores, CaseworkSettings> = {
  clock,
  randomness: systemRandomness,
  settings: caseworkSettingsExample,
  inTransaction: (names, work) =>
    store.inTransaction(names, (stores) =>
      work('outbox' in stores ? { ...stores, outbox: reading(stores.outbox as Outbox) } : stores),
    ),
};
const [requests, desk] = [openRequests(world), openDesk(world)];

function act<Answer extends { readonly kind: string }, Kind extends Answer['kind']>(
  answer: Answer,
  ...expected: readonly Kind[]
): Extract<Answer, { readonly kind: Kind }> {
  if (!expected.some((kind) => kind === answer.kind)) throw new Error(JSON.stringify(answer));
  process.stdout.write('act\n');
  return answer as Extract<Answer, { readonly kind: Kind }>;
}

async function newAgent(name: string): Promise<TestMember> {
  const person = personWith({ givenNames: name, familyName: 'Agent' });
  await store.inTransaction(['persons'], ({ persons }) => persons.add(person));
  return testMember({
    person: person.id,
    name: `${name} Agent`,
    organisation: 'o' as OrganisationId,
    organisationName: 'Office',
    rights: ['case-agent'],
    authenticatedAt: clock(),
  });
}

async function versionOf(id: CaseId): Promise<number> {
  const one = await store.inTransaction(['cases'], ({ cases }) => cases.find(id));
  if (one === null) throw new Error('a case is gone');
  return one.version;
}

async function send(): Promise<CaseId> {
  const identifier = `DE/BE/${randomUUID()}` as PersonIdentifier;
  const { id } = await store.inTransaction(['cases', 'caseEvents', 'audit'], (stores) =>
    openRequest(
      { stores, world, now: clock() },
      {
        identity: { ...identity, identifier },
        reason: 'has-none',
        application: application('klip').id,
        language: 'en',
      },
    ),
  );
  const view = await requests.viewRequest({ case: id, proof: 'eid' });
  for (const page of view?.pages ?? []) {
    const typed =
      page === 'contact' ? { ...typedAnswers.contact, email: `${id}@example.eu` } : typedAnswers[page];
    act(await requests.answerPage({ case: id, page, typed, version: await versionOf(id) }), 'kept');
  }
  act(await requests.sendCode({ case: id }), 'sent');
  act(await requests.confirmEmail({ case: id, code: codes.get(id) ?? '' }), 'confirmed');
  codes.delete(id);
  const version = await versionOf(id);
  // The button is pressed twice: one of the two presses sends the request.
  const pressed = await Promise.all([
    requests.submitRequest({ case: id, typed: { agree: 'yes' }, version }),
    requests.submitRequest({ case: id, typed: { agree: 'yes' }, version }),
  ]);
  for (const each of pressed) act(each, 'kept', 'changed', 'already-sent');
  return id;
}

/** Somebody whom the register knows, and nobody else is. */
async function registerKnown(): Promise<NationalNumber> {
  for (;;) {
    const two = (value: number) => String(value).padStart(2, '0');
    const first = `${randomInt(50, 99)}${two(randomInt(1, 13))}${two(randomInt(1, 29))}${String(randomInt(1, 998)).padStart(3, '0')}`;
    const parsed = parseNationalNumber(first + two(97 - (Number(first) % 97)), clock());
    if (parsed.kind !== 'parsed') throw new Error('this is no number');
    const { number } = parsed;
    const added = await store.inTransaction(['register'], ({ register }) =>
      register.addPerson({
        number,
        familyName: 'Muller',
        givenNames: 'Known',
        birthDate: number,
        birthPlace: 'Koln',
        sex: number.sex,
        nationality: 'DE',
        address: { street: null, postcode: null, municipality: null, country: 'DE' },
      }),
    );
    if (added.kind === 'added') return number;
  }
}

type Pair = { readonly agent: TestMember; readonly second: TestMember };

async function giveNew({ agent, second }: Pair, one: Case, isSentBack: boolean): Promise<void> {
  const decision = { because: 'Nobody in the register is this person.', checked: ['identity', 'duplicates'] };
  const proposed = act(await desk.proposeNumber({ by: agent, ...asSeen(one), ...decision }), 'done').case;
  if (isSentBack) {
    const comment = 'Look at the birth place again.';
    const back = act(
      await desk.sendBackProposal({ by: second, case: one.id, version: proposed.version, comment }),
      'done',
    ).case;
    return giveNew({ agent, second }, back, false);
  }
  return agree(second, proposed);
}

/** The button is pressed twice: one of the two presses decides. */
async function agree(second: TestMember, { id, version }: Case): Promise<void> {
  const agreed = await Promise.all([
    desk.confirmProposal({ by: second, case: id, version }),
    desk.confirmProposal({ by: second, case: id, version }),
  ]);
  for (const each of agreed) act(each, 'done', 'changed', 'already-linked');
}

async function ask(agent: TestMember, one: Case): Promise<Case> {
  const dueOn = later(clock(), 14 * 24 * 60 * MINUTE)
    .toISOString()
    .slice(0, 10);
  const question = { template: 'ask-birth-place', text: 'Where were you born?', documents: [], dueOn };
  return act(await desk.askQuestion({ by: agent, ...asSeen(one), ...question }), 'done').case;
}

/** Decides a case in one of the ways there are, each as often as the others. */
async function handle(pair: Pair, one: Case, way: number): Promise<void> {
  const { agent } = pair;
  switch (way % 6) {
    case 0:
      return giveNew(pair, one, false);
    case 1: {
      const comment = 'The passport shows this name as well.';
      const decision = { number: await registerKnown(), comment, despiteLink: false };
      const proposed = act(await desk.linkToPerson({ by: agent, ...asSeen(one), ...decision }), 'done').case;
      return agree(pair.second, proposed);
    }
    case 2: {
      const refusal = { reason: 'other', text: 'We cannot help you.' } as const;
      return void act(await desk.refuseRequest({ by: agent, ...asSeen(one), ...refusal }), 'done');
    }
    case 3:
      return void act(await requests.withdrawRequest({ case: one.id }), 'withdrawn');
    case 4: {
      const { version } = await ask(agent, one);
      act(await requests.replyToAgent({ case: one.id, typed: { text: 'In Köln.' } }), 'kept');
      return giveNew(pair, { ...one, version: version + 1 }, true);
    }
    default:
      await ask(agent, one);
      return void act(await requests.withdrawRequest({ case: one.id }), 'withdrawn');
  }
}

async function play(lane: number): Promise<never> {
  const pair = { agent: await newAgent(`First${lane}`), second: await newAgent(`Second${lane}`) };
  for (let way = lane; ; way += 1) {
    await send();
    const taken = await desk.takeNextCase({ by: pair.agent });
    if (taken.kind === 'none') continue;
    process.stdout.write('act\n');
    await handle(pair, taken.case, way);
  }
}

await Promise.all(Array.from({ length: LANES }, (_, lane) => play(lane)));
