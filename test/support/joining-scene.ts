import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Validity } from '../../src/base/time.ts';
import type { World } from '../../src/base/unit-of-work.ts';
import { withReason } from '../../src/domain/acting/index.ts';
import {
  allowWaiting,
  bindJoining,
  type JoinDesk,
  type JoiningSettings,
  type JoiningStores,
  openJoinDesk,
  replaceNumber,
} from '../../src/domain/joining/index.ts';
import type { Organisation } from '../../src/domain/organisation/index.ts';
import type { NationalNumber, PersonId } from '../../src/domain/person/index.ts';
import { byImport } from '../../src/domain/rights/index.ts';
import { systemRandomness } from '../../src/processes/wiring/randomness.ts';
import type { Stores } from '../../src/store/index.ts';
import { application } from './application-example.ts';
import { type CaseworkWalk, openCaseworkWalk } from './casework-walk.ts';
import { mailSender } from './mail-sender.ts';
import { enterprise, numberOf, personWith, type TestContext } from './open-test-store.ts';

export const REASON = 'The same passport was shown for both.';
let counter = 0;

export type Scene = {
  readonly walk: CaseworkWalk;
  readonly world: World<JoiningStores, JoiningSettings>;
  readonly desk: JoinDesk;
  readonly leads: Readonly<Record<'first' | 'second', Awaited<ReturnType<CaseworkWalk['member']>>>>;
  readonly organisations: readonly Organisation[];
};

export async function openScene(context: TestContext): Promise<Scene> {
  const walk = await openCaseworkWalk(context);
  const world: World<JoiningStores, JoiningSettings> = {
    clock: walk.now,
    randomness: systemRandomness,
    settings: { sender: mailSender },
    inTransaction: walk.store.inTransaction,
  };
  const organisations = ['0999000129', '0999000228'].map((code) => enterprise(code));
  await walk.inTransaction(['organisations', 'applications'], async (stores) => {
    for (const each of organisations) await stores.organisations.put(each);
    await stores.applications.put(application('gipod'));
  });
  const [first, second] = [await walk.member('Noor', 'case-lead'), await walk.member('Marc', 'case-lead')];
  return { walk, world, desk: openJoinDesk(world), leads: { first, second }, organisations };
}

/** A number that nobody has, of the register or a BIS number. */
export function freshNumber(kind: 'RN' | 'BIS' = 'RN'): NationalNumber {
  counter += 1;
  const nine = `70${kind === 'RN' ? '01' : '41'}${String(1 + Math.floor(counter / 900)).padStart(2, '0')}${String(1 + (counter % 900)).padStart(3, '0')}`;
  return numberOf(nine + String(97 - (Number(nine) % 97)).padStart(2, '0'));
}

export type Somebody = { readonly id: PersonId; readonly number: NationalNumber };

export async function known({ walk }: Scene, kind: 'RN' | 'BIS' = 'RN'): Promise<Somebody> {
  const number = freshNumber(kind);
  const person = personWith({ number });
  await walk.inTransaction(['persons', 'register'], async ({ persons, register }) => {
    await register.addPerson({
      number,
      familyName: 'Proef',
      givenNames: 'Jan',
      birthDate: { year: 1970, month: 1, day: 1 },
      birthPlace: null,
      sex: null,
      nationality: null,
      address: { street: null, postcode: null, municipality: null, country: null },
    });
    await persons.add(person);
  });
  return { id: person.id, number };
}

const SINCE = { from: new Date('2026-01-01'), until: null };

export function validityOf({ since, lasts }: { readonly since: number; readonly lasts: boolean }): Validity {
  const from = new Date(SINCE.from.getTime() + since * 86_400_000);
  return { from, until: lasts ? null : new Date(Date.UTC(2030, since)) };
}

/** Gives rights in an organisation, and the work relation that they hang on. */
export const employ = (scene: Scene, person: Somebody, place: number, ...rights: readonly string[]) =>
  employIn(scene, person, place, { rights, validity: SINCE });

export async function employIn(
  { walk, organisations }: Scene,
  { id }: Somebody,
  place: number,
  { rights, validity }: { readonly rights: readonly string[]; readonly validity: Validity },
) {
  const organisation = organisations[place];
  assert.ok(organisation);
  await walk.inTransaction(['organisations', 'rights'], async (stores) => {
    const relation = await stores.organisations.addWorkRelation({
      id: randomUUID(),
      person: id,
      organisation: organisation.id,
      userType: 'permanent',
      email: `${id}@example.be`,
      validity,
    });
    for (const right of rights) await giveRight(stores, relation, right);
  });
}

export const giveRight = (
  { rights }: Pick<Stores, 'rights'>,
  relation: { readonly id: string; readonly organisation: Organisation['id'] },
  right: string,
) =>
  rights.add({
    id: randomUUID(),
    workRelation: relation.id,
    organisation: relation.organisation,
    application: application('klip').id,
    right,
    contexts: [],
    validity: SINCE,
    given: byImport,
  });

/** Makes somebody an administrator, or the one who represents an organisation. */
export async function empower(
  { walk, organisations }: Scene,
  { id }: Somebody,
  place: number,
  kind: 'head-local-administrator' | 'local-administrator' | 'represents',
  validity: Validity = SINCE,
) {
  const organisation = organisations[place]?.id;
  assert.ok(organisation);
  const row = { organisation, person: id, validity };
  await walk.inTransaction(['organisations'], ({ organisations }) =>
    kind === 'represents'
      ? organisations.addLegalRepresentation(row)
      : organisations.addAdministration({ ...row, kind }),
  );
}

/** What somebody has in an organisation. */
export async function has({ walk, organisations }: Scene, person: PersonId, place: number) {
  const rows = await walk.inTransaction(['joins'], ({ joins }) => joins.standingOf(person, walk.now()));
  const own = rows.filter(({ organisation }) => organisation === organisations[place]?.id);
  return [...new Set(own.flatMap(({ gives }) => gives))].toSorted();
}

export async function join({ desk, leads }: Scene, kept: Somebody, other: Somebody) {
  const wish = { kept: kept.number, other: other.number, reason: REASON };
  const proposed = await desk.proposeJoin({ by: withReason(leads.first, wish.reason), ...wish });
  assert.ok('id' in proposed, proposed.kind);
  const decided = await desk.decideJoin({ by: leads.second, id: proposed.id, join: true, comment: REASON });
  return { id: proposed.id, kind: decided.kind };
}

export async function part({ desk, leads }: Scene, id: string) {
  const proposed = await desk.proposeUndo({ by: withReason(leads.second, REASON), id });
  if (proposed.kind !== 'proposed') return proposed.kind;
  return (await desk.decideUndo({ by: leads.first, id, undo: true, comment: REASON })).kind;
}

export const replace = ({ world }: Scene, old: NationalNumber, current: NationalNumber) =>
  bindJoining(world)(replaceNumber)({ old, current, by: { kind: 'operator', id: 'test' } });

/** An administrator says yes to what waits in an organisation. */
export const allow = (
  { world, organisations }: Scene,
  join: string,
  place: number,
  administrator: PersonId,
) => {
  const organisation = organisations[place]?.id;
  assert.ok(organisation);
  const ask = { join, organisation, administrator, by: { kind: 'operator', id: 'test' } } as const;
  return bindJoining(world)(allowWaiting)(ask);
};
