import { randomUUID } from 'node:crypto';
import { DAY, later } from '../../src/base/time.ts';
import type { UnitOfWork, World } from '../../src/base/unit-of-work.ts';
import {
  type Case,
  type CaseworkSettings,
  type CaseworkStores,
  type Counter,
  casePeriods,
  type Desk,
  openCounter,
  openDesk,
  openRequest,
  openRequests,
  type Requests,
} from '../../src/domain/casework/index.ts';
import type { PresentedIdentity } from '../../src/domain/identity-matching/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import type { StaffMember } from '../../src/domain/staff/index.ts';
import { systemRandomness } from '../../src/processes/wiring/randomness.ts';
import type { Store, Stores, TakenItem } from '../../src/store/index.ts';
import { application } from './application-example.ts';
import { identity } from './login-walk.ts';
import { mailSender } from './mail-sender.ts';
import { beekdorp, lindeberg } from './offices.ts';
import { openTestStore, type TestContext } from './open-test-store.ts';
import { type TestMember, testMember } from './test-member.ts';

export const caseworkSettingsExample: CaseworkSettings = {
  origin: 'http://localhost:4000',
  sender: { ...mailSender, origin: 'http://localhost:4000' },
  numberInMail: true,
  targetWorkingDays: 5,
  ...casePeriods,
};

/** What takes the place of a store, made of the real one. */
type Replacements = { readonly [Name in keyof CaseworkStores]?: (own: Stores[Name]) => CaseworkStores[Name] };

/** Casework on a real store, with a clock that a test moves. */
export type CaseworkWalk = {
  readonly world: World<CaseworkStores, CaseworkSettings>;
  readonly url: string;
  readonly store: Store;
  readonly requests: Requests;
  readonly desk: Desk;
  readonly counter: Counter;
  now(): Date;
  pass(milliseconds: number): void;
  readonly inTransaction: UnitOfWork<Stores>;
  /** Lets casework see other stores from now on, where a test cares. */
  replaceStores(replacements: Replacements): void;
  /** An agent, an officer of Lindeberg or a lead who exists in the store. */
  member(name: string, ...rights: StaffMember['rights']): Promise<TestMember>;
  /** A draft of somebody with this eID. */
  open(changes?: Partial<PresentedIdentity>): Promise<Case>;
  /** A request that was answered, proven and sent. */
  send(changes?: Partial<PresentedIdentity>): Promise<Case>;
  find(one: Pick<Case, 'id'>): Promise<Case>;
  /** The mails that wait in the outbox, oldest first. */
  mails(): Promise<readonly WrittenMail[]>;
  /** Hands all mail of the outbox to a mail server that takes it, or refuses it for good. */
  deliver(outcome?: 'sent' | 'bounced'): Promise<readonly WrittenMail[]>;
};

type WrittenMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly template: string | null;
};

/** What is typed on each page. */
export const typedAnswers = {
  names: {},
  birth: { birthPlace: 'Köln', birthCountry: 'DE' },
  sex: { sex: 'female' },
  nationality: { 'nationality-1': 'DE' },
  address: { addressLines: 'Musterweg 1', postcode: '50667', municipality: 'Köln', addressCountry: 'DE' },
  document: {
    documentType: 'passport',
    documentNumber: 'C01X00T47',
    documentCountry: 'DE',
    'documentExpires-day': '1',
    'documentExpires-month': '5',
    'documentExpires-year': '2031',
  },
  contact: { email: 'anna@example.eu', telephone: '', language: 'en' },
} as const;

/** A case as somebody saw it who changes it now. */
export function asSeen({ id, version }: Pick<Case, 'id' | 'version'>) {
  return { case: id, version };
}

/** What an officer types of somebody with a passport. */
export const typedAtCounter = {
  documentType: 'passport',
  documentNumber: '12 AB 34567',
  documentCountry: 'FR',
  'documentExpires-day': '3',
  'documentExpires-month': '5',
  'documentExpires-year': '2031',
  familyName: 'Dupont',
  givenNames: 'Claire Marie',
  'birthDate-day': '17',
  'birthDate-month': '10',
  'birthDate-year': '1985',
  birthPlace: 'Lille',
  birthCountry: 'FR',
  sex: 'female',
  'nationality-1': 'FR',
  addressLines: 'Rue Haute 1',
  municipality: 'Lille',
  addressCountry: 'FR',
  email: 'claire@example.eu',
  language: 'fr',
  checked: 'yes',
};

/** Opens casework on a fresh database. */
export async function openCaseworkWalk(test: TestContext): Promise<CaseworkWalk> {
  const opened = await openTestStore(test);
  const { store, now: clock } = opened;
  const klip = application('klip');
  await store.inTransaction(['applications'], (stores) => stores.applications.put(klip));
  let replacements: Replacements = {};
  const world: World<CaseworkStores, CaseworkSettings> = {
    clock,
    randomness: systemRandomness,
    settings: caseworkSettingsExample,
    inTransaction: (names, work) =>
      store.inTransaction(names, (stores) => work(replacing(stores, { ...ownOffices, ...replacements }))),
  };
  const [requests, desk, counter] = [openRequests(world), openDesk(world), openCounter(world)];
  const find = async ({ id }: Pick<Case, 'id'>) => {
    const one = await store.inTransaction(['cases'], ({ cases }) => cases.find(id));
    if (one === null) throw new Error('a case of the test is gone');
    return one;
  };
  // What was taken and not handed over comes again alone, so that looking at mail keeps what it saw.
  const held = new Map<string, TakenItem>();
  const takeMail = async (at: Date) => {
    for (;;) {
      const items = await store.outbox.take(['mail'], 1000, at);
      if (items.length === 0) break;
      for (const item of items) held.set(item.id, item);
    }
    return [...held.values()].toSorted((one, other) => Number(one.id) - Number(other.id));
  };
  const mails: CaseworkWalk['mails'] = async () => {
    const items = await takeMail(later(clock(), DAY));
    // What is taken and not put down is taken alone from then on.
    for (const item of items) await store.outbox.fail(item, clock(), 'looked-at');
    return items.flatMap(writtenIn);
  };
  const deliver: CaseworkWalk['deliver'] = async (outcome = 'sent') => {
    const items = await takeMail(later(clock(), 3 * DAY));
    held.clear();
    for (const item of items) {
      if (outcome === 'sent') await store.outbox.finish(item, clock());
      else await store.outbox.bounce(item, clock(), '550');
    }
    return items.flatMap(writtenIn);
  };
  const open = (changes: Partial<PresentedIdentity> = {}) =>
    store.inTransaction(['cases', 'caseEvents', 'audit'], (stores) =>
      openRequest(
        { stores, world, now: clock() },
        {
          identity: { ...identity, ...changes },
          reason: 'has-none',
          application: klip.id,
          language: 'en',
        },
      ),
    );
  return {
    world,
    url: opened.url,
    store,
    requests,
    desk,
    counter,
    now: clock,
    pass: (milliseconds) => opened.moveTo(later(clock(), milliseconds)),
    inTransaction: store.inTransaction,
    replaceStores: (wanted) => {
      replacements = wanted;
    },
    async member(name, ...rights) {
      const person = randomUUID() as PersonId;
      await store.inTransaction(['persons'], ({ persons }) =>
        persons.add({
          id: person,
          subject: person.replaceAll('-', '').padEnd(40, '0') as never,
          number: null,
          givenNames: name,
          familyName: 'Agent',
          since: clock(),
        }),
      );
      return testMember({
        person,
        name: `${name} Agent`,
        organisation: lindeberg.organisation,
        organisationName: lindeberg.name,
        rights: rights.length > 0 ? rights : ['case-agent'],
        authenticatedAt: clock(),
      });
    },
    open,
    async send(changes) {
      const { id } = await open(changes);
      const view = await requests.viewRequest({ case: id, proof: 'eid' });
      for (const page of view?.pages ?? []) {
        const { version } = await find({ id });
        const kept = await requests.answerPage({ case: id, page, typed: typedAnswers[page], version });
        if (kept.kind !== 'kept') throw new Error(`${page}: ${JSON.stringify(kept)}`);
      }
      await requests.sendCode({ case: id });
      const code = /\b\d{6}\b/.exec((await mails()).at(-1)?.text ?? '')?.[0] ?? '';
      const confirmed = await requests.confirmEmail({ case: id, code });
      if (confirmed.kind !== 'confirmed') throw new Error(JSON.stringify(confirmed));
      const sent = await requests.submitRequest({
        case: id,
        typed: { agree: 'yes' },
        version: (await find({ id })).version,
      });
      if (sent.kind !== 'kept') throw new Error(JSON.stringify(sent));
      return find({ id });
    },
    find,
    mails,
    deliver,
  };
}

const ownOffices: Replacements = { offices: () => ({ offices: async () => [lindeberg, beekdorp] }) };

function replacing<Named extends Partial<Stores>>(stores: Named, replacements: Replacements): Named {
  const made = Object.entries(stores).map(([name, own]) => {
    const replace = replacements[name as keyof Replacements] as ((own: unknown) => unknown) | undefined;
    return [name, replace ? replace(own) : own];
  });
  return Object.fromEntries(made) as Named;
}

function writtenIn({ content }: TakenItem): readonly WrittenMail[] {
  return content.kind === 'mail' ? [{ ...content.mail, to: content.mail.to.reveal() }] : [];
}
