import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { openCommandWorld } from '../../../../test/support/command-world.ts';
import { staffMember } from '../../../../test/support/fake-web.ts';
import { mailSender } from '../../../../test/support/mail-sender.ts';
import { enterprise, linkTo, personWith } from '../../../../test/support/open-test-store.ts';
import { testMember } from '../../../../test/support/test-member.ts';
import { withReason } from '../../../domain/acting/index.ts';
import { openJoinDesk } from '../../../domain/joining/index.ts';
import { type NationalNumber, type PersonId, parseNationalNumber } from '../../../domain/person/index.ts';
import { systemRandomness } from '../../wiring/randomness.ts';

const world = await openCommandWorld({ after });
const header =
  'national_number,family_name,given_names,birth_date,birth_place,sex,nationality,street,postcode,municipality,country';

/** A number of this counter, of the register or a BIS number. */
function digitsOf(counter: number, kind: 'RN' | 'BIS' = 'RN'): string {
  const nine = `70${kind === 'RN' ? '01' : '41'}01${String(counter).padStart(3, '0')}`;
  return nine + String(97 - (Number(nine) % 97)).padStart(2, '0');
}

function numberOf(digits: string): NationalNumber {
  const read = parseNationalNumber(digits, new Date());
  assert.ok(read.kind === 'parsed', digits);
  return read.number;
}

const row = (digits: string, more = '') => `${digits},Proef,Jan,1970-01-01,Gent,,BE,,,,${more}`;
const behind = (digits: string) =>
  world.store.inTransaction(['persons'], ({ persons }) => persons.findByNumber(numberOf(digits)));

async function known(digits: string) {
  const person = personWith({ number: numberOf(digits), since: new Date('2026-01-01') });
  return world.store.inTransaction(['persons'], ({ persons }) => persons.add(person));
}

/** Somebody who works, administers and is linked. */
async function busy(person: PersonId) {
  const organisation = enterprise(`EA${randomUUID().slice(0, 8)}`);
  const validity = { from: new Date('2026-01-01'), until: null };
  await world.store.inTransaction(['organisations', 'links'], async ({ organisations, links }) => {
    await organisations.put({ ...organisation, id: randomUUID() as typeof organisation.id });
    const held = await organisations.findByCode('EA', organisation.code);
    assert.ok(held);
    const tie = { organisation: held.id, person, validity };
    await organisations.addWorkRelation({ ...tie, id: randomUUID(), userType: 'permanent', email: null });
    await organisations.addAdministration({ ...tie, kind: 'head-local-administrator' });
    await organisations.addLegalRepresentation(tie);
    await links.add(linkTo(person, `DE/BE/${randomUUID()}`));
  });
}

describe('sluis number replace', () => {
  test('gives whoever is known the new number, with what was registered under the old one', async () => {
    const [bis, rn] = [digitsOf(1, 'BIS'), digitsOf(1)];
    await world.type(`register import ${await world.put('a.csv', `${header}\n${row(bis)}\n`)}`);
    const person = await known(bis);
    const { code, value } = await world.typeJson(
      `number replace ${await world.put('numbers.txt', `${bis}\n${rn}\n`)}`,
    );
    assert.deepEqual([code, value], [0, { outcome: 'replaced', person: person.id, join: null }]);
    for (const number of [bis, rn]) {
      assert.equal((await behind(number))?.id, person.id);
      assert.equal((await behind(number))?.number?.digits.reveal(), rn);
    }
    assert.equal(
      (await world.typeJson(`number replace ${await world.put('numbers.txt', `${bis}\n${rn}\n`)}`)).value
        .outcome,
      'unchanged',
    );
    const [event] = await world.store.audit.list({ kind: 'person.number-replaced' });
    assert.equal(event?.subject?.id, person.id);
  });

  test('refuses a circle, the same number twice, and what is no number, and says what to do', async () => {
    const [bis, rn] = [digitsOf(2, 'BIS'), digitsOf(2)];
    await world.type(`register import ${await world.put('b.csv', `${header}\n${row(bis)}\n`)}`);
    assert.equal(
      (await world.type(`number replace ${await world.put('numbers.txt', `${bis}\n${rn}\n`)}`)).code,
      0,
    );
    const circle = await world.type(`number replace ${await world.put('numbers.txt', `${rn}\n${bis}\n`)}`);
    assert.equal(circle.code, 1);
    assert.match(circle.error, /circle[\s\S]*Name the number that counts now/);
    assert.match(
      (await world.type(`number replace ${await world.put('numbers.txt', `${rn}\n${rn}\n`)}`)).error,
      /the same/,
    );
    assert.match(
      (await world.type(`number replace ${await world.put('numbers.txt', `123\n${rn}\n`)}`)).error,
      /The old number has not 11 digits/,
    );
    assert.match(
      (await world.type(`number replace ${await world.put('numbers.txt', `${rn}\n${digitsOf(3)}\n`)}`)).out,
      /Replaced/,
    );
    assert.match(
      (
        await world.type(
          `number replace ${await world.put('numbers.txt', `${digitsOf(4)}\n${digitsOf(5)}\n`)}`,
        )
      ).error,
      /Neither number is in the register/,
    );
  });

  test('takes no number on the command line, where everybody on the machine can see it, and repeats none', async () => {
    for (const line of [`number replace ${digitsOf(1)}`, `number replace ${digitsOf(1)} ${digitsOf(2)}`]) {
      const { code, out, error } = await world.type(line);
      assert.notEqual(code, 0);
      assert.doesNotMatch(out + error, /\d{11}/);
    }
    const empty = await world.type(`number replace ${await world.put('numbers.txt', '\n')}`);
    assert.match(empty.error, /two lines with a number each[\s\S]*old number first/);
  });

  test('proposes to join two who are known by the two numbers, and joins nobody by itself', async () => {
    const [bis, rn] = [digitsOf(6, 'BIS'), digitsOf(6)];
    await world.type(`register import ${await world.put('c.csv', `${header}\n${row(bis)}\n${row(rn)}\n`)}`);
    const [older, newer] = [await known(bis), await known(rn)];
    const { value } = await world.typeJson(
      `number replace ${await world.put('numbers.txt', `${bis}\n${rn}\n`)}`,
    );
    assert.notEqual(value.join, null);
    assert.equal((await world.store.persons.find(older.id))?.id, older.id);
    const again = await world.typeJson(`person join ${newer.id} ${older.subject}`);
    assert.deepEqual([again.value.outcome, again.value.join], ['already-proposed', value.join]);
  });
});

describe('sluis register import with what the register tells of numbers and ends', () => {
  test('follows a chain of replaced numbers, in whatever order the rows stand, and again changes nothing', async () => {
    const [first, second, third] = [digitsOf(10, 'BIS'), digitsOf(11, 'BIS'), digitsOf(10)];
    const person = await known(first);
    const rows = [row(second, `,${third},`), row(first, `,${second},`)];
    const file = await world.put('chain.csv', `${header},replaced_by,ended_on\n${rows.join('\n')}\n`);
    const done = await world.type(`register import ${file}`);
    assert.deepEqual([done.code, done.error], [0, '']);
    assert.match(done.out, /replaced 2, refused 0/);
    for (const number of [first, second, third]) assert.equal((await behind(number))?.id, person.id);
    assert.equal((await behind(first))?.number?.digits.reveal(), third);
    const again = await world.type(`register import ${file}`);
    assert.match(again.out, /added 0, changed 0, unchanged 2, repeated 0, refused 0/);
  });

  test('refuses the rows of a circle with their lines, and takes the others', async () => {
    const [one, two, fine] = [digitsOf(20), digitsOf(21), digitsOf(22)];
    const rows = [row(one, `,${two}`), row(two, `,${one}`), row(fine, ',')];
    const file = await world.put('circle.csv', `${header},replaced_by\n${rows.join('\n')}\n`);
    const done = await world.type(`register import ${file}`);
    assert.equal(done.code, 1);
    assert.match(done.error, /circle\.csv:2: replaced_by: leads back to the number/);
    assert.match(done.error, /circle\.csv:3: replaced_by: leads back/);
    assert.match(done.out, /added 1, .*refused 2/);
    const strict = await world.type(`register import ${file} --strict`);
    assert.match(strict.error, /2 rows cannot be taken/);
    const other = await world.put('other.csv', `${header},replaced_by\n${row(fine, `,${one}`)}\n`);
    assert.equal((await world.type(`register import ${other}`)).code, 0);
    const wrong = await world.put('wrong.csv', `${header},replaced_by\n${row(fine, `,${digitsOf(23)}`)}\n`);
    assert.match((await world.type(`register import ${wrong}`)).error, /is not the number by which/);
  });

  test('ends what comes back to somebody who died or was struck off while joined with another', async () => {
    const [kept, gone] = [await known(digitsOf(40)), await known(digitsOf(41))];
    await busy(gone.id);
    const joins = openJoinDesk({
      clock: () => new Date(),
      randomness: systemRandomness,
      settings: { sender: mailSender },
      inTransaction: world.store.inTransaction,
    });
    const lead = () => testMember(staffMember({ person: randomUUID() as PersonId, rights: ['case-lead'] }));
    const [first, second, said] = [lead(), lead(), 'The same passport was shown for both.'];
    const wish = { kept: kept.number, other: gone.number, reason: said };
    const proposed = await joins.proposeJoin({ by: withReason(first, wish.reason), ...wish });
    assert.ok('id' in proposed);
    await joins.decideJoin({ by: second, id: proposed.id, join: true, comment: said });
    const file = await world.put('joined.csv', `${header},ended_on\n${row(digitsOf(41), ',2026-01-31')}\n`);
    await world.type(`register import ${file}`);
    await joins.proposeUndo({ by: withReason(first, said), id: proposed.id });
    const { kind } = await joins.decideUndo({ by: second, id: proposed.id, undo: true, comment: said });
    assert.equal(kind, 'undone');
    const standing = await world.store.inTransaction(['joins'], (stores) =>
      stores.joins.standingOf(gone.id, new Date()),
    );
    const links = await world.store.inTransaction(['links'], (stores) => stores.links.liveOf(gone.id));
    assert.deepEqual([standing, links], [[], []]);
  });

  test('ends links, relations, representation and powers of whoever died or was struck off, once', async () => {
    const digits = digitsOf(30);
    const person = await known(digits);
    await busy(person.id);
    const file = await world.put('ended.csv', `${header},ended_on\n${row(digits, ',2026-01-31')}\n`);
    assert.match((await world.type(`register import ${file}`)).out, /ended 1/);
    const [links, rows, registered] = await world.store.inTransaction(
      ['links', 'joins', 'register'],
      async (stores) => [
        await stores.links.liveOf(person.id),
        await stores.joins.standingOf(person.id, new Date()),
        await stores.register.findByNumber(numberOf(digits)),
      ],
    );
    assert.deepEqual([links, rows, registered], [[], [], null]);
    const staff = `national_number,target_group,organisation_code,right,valid_from,valid_until\n${digits},GID,OVO000001,Dossierbehandelaar,2026-01-01,\n`;
    const given = await world.type(`staff import ${await world.put('staff.csv', staff)}`);
    assert.match(given.error, /national_number: is of somebody who died or was struck off/);
    await busy(person.id);
    assert.doesNotMatch((await world.type(`register import ${file}`)).out, /ended/);
    const plain = await world.put('plain.csv', `${header}\n${row(digits)}\n`);
    assert.match((await world.type(`register import ${plain}`)).out, /unchanged 1/);
    const back = await world.put('back.csv', `${header},ended_on\n${row(digits, ',')}\n`);
    assert.match((await world.type(`register import ${back}`)).out, /changed 1/);
    const future = await world.put('future.csv', `${header},ended_on\n${row(digits, ',2099-01-31')}\n`);
    assert.match(
      (await world.type(`register import ${future}`)).error,
      /ended_on: must not be in the future/,
    );
  });

  test('a number that was replaced and ended ends nobody: the person goes on under the other one', async () => {
    const [bis, rn] = [digitsOf(31, 'BIS'), digitsOf(31)];
    const person = await known(bis);
    await busy(person.id);
    const rows = `${row(bis, `,${rn},2026-01-31`)}\n`;
    await world.type(
      `register import ${await world.put('gone.csv', `${header},replaced_by,ended_on\n${rows}`)}`,
    );
    const links = await world.store.inTransaction(['links'], (stores) => stores.links.liveOf(person.id));
    assert.equal(links.length, 1);
    const found = await world.store.inTransaction(['register'], ({ register }) =>
      register.findByNumber(numberOf(bis)),
    );
    assert.equal(found?.number.digits.reveal(), rn);
  });
});

test('sluis person join says whom it cannot find, and joins nobody with themselves', async () => {
  const person = await known(digitsOf(40));
  const nobody = await world.type(`person join ${person.id} ${randomUUID()}`);
  assert.equal(nobody.code, 1);
  assert.match(nobody.error, /Nobody is known by/);
  assert.match((await world.type(`person join ${person.id} ${person.id}`)).error, /the same person already/);
});
