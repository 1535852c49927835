import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '../../src/base/time.ts';
import type { World } from '../../src/base/unit-of-work.ts';
import {
  type AccessRequestSettings,
  type AccessRequestStores,
  type AskAccess,
  type AskedAccess,
  openAccessRequests,
} from '../../src/domain/access-request/index.ts';
import type { ActingPerson } from '../../src/domain/acting/index.ts';
import type { ApplicationId } from '../../src/domain/application/index.ts';
import type { Organisation } from '../../src/domain/organisation/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import { systemRandomness } from '../../src/processes/wiring/randomness.ts';
import { application } from './application-example.ts';
import { mailSender } from './mail-sender.ts';
import { enterprise, NOON, openTestStore, personWith, type TestContext } from './open-test-store.ts';

export const REASON = 'I make the plan requests for our sites.';
export const KLIP = 'klip' as ApplicationId;

/** An organisation with an administrator, a second one and a legal representative; and Felix, who works nowhere. */
export async function openAccessScene(test: TestContext) {
  const opened = await openTestStore(test);
  const { inTransaction } = opened.store;
  const world: World<AccessRequestStores, AccessRequestSettings> = {
    clock: opened.now,
    randomness: systemRandomness,
    settings: { sender: mailSender },
    inTransaction,
  };
  const organisation = enterprise('0999000129', { name: 'Example Works NV' });
  const other = enterprise('0999000228', { name: 'Exotic Bridges NV' });
  const names = ['persons', 'organisations', 'applications'] as const;
  const validity = { from: new Date('2026-01-01'), until: null };
  const person = async (givenNames: string) =>
    inTransaction(names, async ({ persons }) => (await persons.add(personWith({ givenNames }))).id);
  const worker = async (givenNames: string, at: Organisation) => {
    const id = await person(givenNames);
    const email = `${givenNames.toLowerCase()}@example.org`;
    const relation = { id: randomUUID(), person: id, organisation: at.id, email, validity } as const;
    await inTransaction(names, ({ organisations }) =>
      organisations.addWorkRelation({ ...relation, userType: 'permanent' }),
    );
    return id;
  };
  await inTransaction(names, async ({ organisations, applications }) => {
    for (const each of [organisation, other]) await organisations.put(each);
    await applications.put(
      application('klip', {
        homeUri: 'https://klip.example/',
        rights: [
          {
            code: 'KLIPgebruiker',
            name: { en: 'KLIP user' },
            description: null,
            contexts: ['Planaanvrager', 'Raadpleger'],
            contextRequired: true,
          },
          {
            ...{ code: 'KLIPsleutel', name: { en: 'KLIP key' }, description: null, contexts: [] },
            ...{ contextRequired: false, secondAdministrator: true },
          },
        ],
      }),
    );
  });
  const administrator = async (name: string, kind: 'head-local-administrator' | 'local-administrator') => {
    const id = await worker(name, organisation);
    await inTransaction(names, ({ organisations }) =>
      organisations.addAdministration({ organisation: organisation.id, person: id, kind, validity }),
    );
    return id;
  };
  const felix = await person('Felix');
  const pia = await administrator('Pia', 'local-administrator');
  const hugo = await administrator('Hugo', 'head-local-administrator');
  const lars = await worker('Lars', organisation);
  await inTransaction(names, ({ organisations }) =>
    organisations.addLegalRepresentation({ organisation: organisation.id, person: lars, validity }),
  );
  const requests = openAccessRequests(world);
  return {
    ...{ ...opened, world, organisation, other, felix, pia, hugo, lars, requests, person, worker },
    /** Felix asks to be a KLIP user, unless it says otherwise. */
    ask(changes: Partial<AskAccess> = {}): Promise<AskedAccess> {
      return requests.askAccess({
        person: felix,
        language: 'en',
        organisation: organisation.id,
        application: KLIP,
        typed: { right: 'KLIPgebruiker', contexts: ['Planaanvrager'], until: '', reason: REASON },
        ...changes,
      });
    },
    /** What was mailed since the last time that this was asked: the template, and to whom. */
    async mailed(): Promise<readonly string[]> {
      const taken = await opened.store.outbox.take(['mail'], 100, opened.now());
      for (const each of taken) await opened.store.outbox.finish(each, opened.now());
      return taken
        .flatMap(({ content }) => (content.kind === 'mail' ? [content.mail] : []))
        .map(({ template, to }) => `${template} ${to.reveal()}`)
        .sort();
    },
  };
}

/** Somebody at work in their organisation's pages, as an act is told of them: it looks itself for what they administer. */
export function acting(person: PersonId, { id }: Organisation): ActingPerson {
  return {
    person,
    name: '',
    authority: {
      kind: 'administrator',
      organisation: id,
      basis: 'local-administrator',
      administration: null,
      scope: { units: 'all', applications: 'all' },
    },
    reason: null,
  };
}

export const tomorrow = '2026-11-23' as CalendarDate;
export { NOON };
